package org.natter.attendee.booking.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.CancelReason;
import org.natter.attendee.person.Sector;
import org.natter.messaging.kit.ContractSamples;
import tools.jackson.databind.json.JsonMapper;

/** What booking says and hears, against the golden messages. */
class BookingContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyDomainEventIsToldOrKeptPrivateByName() {
        assertThat(new BookingMessages().bookingAnnouncements().missing()).isEmpty();
    }

    @Test
    void bookingTellsEveryTypeOfTheTopicThatSpeaksOfSeats() {
        var types = new TreeSet<String>(ContractSamples.types("natter.attendees"));
        types.removeIf(type -> type.contains("check") || type.contains("hosts") || type.startsWith("history."));

        assertThat(new BookingMessages().bookingAnnouncements().types()).isEqualTo(types);
    }

    @Test
    void everyEnumerationIsTheContractsOwn() {
        assertThat(names(CancelReason.values())).isEqualTo(allowed(AttendanceCancelledMessage.TYPE, "reason"));
        assertThat(names(AttendanceCancelledMessage.By.values()))
                .isEqualTo(allowed(AttendanceCancelledMessage.TYPE, "by"));
        assertThat(names(Sector.values())).isEqualTo(allowed(SeatMessage.BOOKED, "sector"));
    }

    private static Set<String> names(Enum<?>[] values) {
        var names = new TreeSet<String>();
        Stream.of(values).map(Enum::name).forEach(names::add);
        return names;
    }

    private static Set<String> allowed(String type, String field) {
        var names = new TreeSet<String>();
        try (var schema =
                BookingContractTest.class.getResourceAsStream("/contracts/natter.attendees/" + type + "/schema.json")) {
            JSON.readTree(schema)
                    .at("/properties/" + field + "/enum")
                    .valueStream()
                    .forEach(value -> names.add(value.asString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }
}
