package org.natter.attendee.booking.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
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
    private static final String RIVERSIDE = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    private static final String WREN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    private static final String SAMIR = "1a2b3c4d5e6f708192a3b4c5d6e7f809";
    private static final String VIVIEN = "c0ffee00c0ffee00c0ffee00c0ffee00";

    @Test
    void everyDomainEventIsToldOrKeptPrivateByName() {
        assertThat(new BookingMessages().bookingAnnouncements().missing()).isEmpty();
    }

    @Test
    void bookingTellsEveryTypeOfTheTopicThatSpeaksOfSeats() {
        Set<String> types = new TreeSet<>(ContractSamples.types("natter.attendees"));
        types.removeIf(type -> type.contains("check"));

        assertThat(new BookingMessages().bookingAnnouncements().types()).isEqualTo(types);
    }

    @Test
    void aBookedPlaceReadsAsItsSample() {
        same(
                AttendanceBooked.TYPE,
                "wren",
                new AttendanceBooked(
                        WREN, RIVERSIDE, Instant.parse("2026-09-28T11:04:07Z"), Sector.COLLEGE, false, true, false));
    }

    @Test
    void aPlaceInLineReadsAsItsSample() {
        same(
                AttendanceWaitlisted.TYPE,
                "samir",
                new AttendanceWaitlisted(
                        SAMIR, RIVERSIDE, Instant.parse("2026-10-13T07:30:00Z"), Sector.COLLEGE, false, true));
    }

    @Test
    void anOfferReadsAsItsSample() {
        same(
                AttendanceOffered.TYPE,
                "samir",
                new AttendanceOffered(
                        SAMIR,
                        RIVERSIDE,
                        Instant.parse("2026-10-13T15:11:00Z"),
                        Sector.COLLEGE,
                        false,
                        true,
                        Instant.parse("2026-10-14T15:11:00Z")));
    }

    @Test
    void aCancelledPlaceReadsAsItsSample() {
        same(
                AttendanceCancelled.TYPE,
                "vivien",
                new AttendanceCancelled(
                        VIVIEN,
                        RIVERSIDE,
                        Instant.parse("2026-10-14T15:10:00Z"),
                        AttendanceCancelled.By.ATTENDEE,
                        CancelReason.COVER_AT_WORK));
    }

    @Test
    void everyEnumerationIsTheContractsOwn() {
        assertThat(names(CancelReason.values())).isEqualTo(allowed(AttendanceCancelled.TYPE, "reason"));
        assertThat(names(AttendanceCancelled.By.values())).isEqualTo(allowed(AttendanceCancelled.TYPE, "by"));
        assertThat(names(Sector.values())).isEqualTo(allowed(AttendanceBooked.TYPE, "sector"));
    }

    private static Set<String> names(Enum<?>[] values) {
        Set<String> names = new TreeSet<>();
        Stream.of(values).map(Enum::name).forEach(names::add);
        return names;
    }

    private static Set<String> allowed(String type, String field) {
        Set<String> names = new TreeSet<>();
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

    private static void same(String type, String sample, Object body) {
        ContractSamples.assertBody(
                JSON.writeValueAsBytes(body), ContractSamples.read("natter.attendees", type, sample));
    }
}
