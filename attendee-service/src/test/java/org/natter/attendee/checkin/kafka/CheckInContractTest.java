package org.natter.attendee.checkin.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.natter.attendee.checkin.ArrivedBy;
import org.natter.attendee.checkin.kafka.CheckInMessages.AttendanceCheckInUndone;
import org.natter.attendee.checkin.kafka.CheckInMessages.AttendanceCheckedIn;
import org.natter.messaging.kit.ContractSamples;
import tools.jackson.databind.json.JsonMapper;

/** What the door says, against the golden messages. */
class CheckInContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RIVERSIDE = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    private static final String WREN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    private static final String MAURICE = "5a17b0c3d4e5f60718293a4b5c6d7e8f";

    @Test
    void everyDomainEventIsTold() {
        assertThat(new CheckInMessages().checkInAnnouncements().missing()).isEmpty();
        assertThat(new CheckInMessages().checkInAnnouncements().types())
                .containsExactlyInAnyOrder(AttendanceCheckedIn.TYPE, AttendanceCheckInUndone.TYPE);
    }

    @Test
    void anArrivalReadsAsItsSample() {
        ContractSamples.assertBody(
                JSON.writeValueAsBytes(new AttendanceCheckedIn(
                        WREN, RIVERSIDE, Instant.parse("2026-10-15T17:42:00Z"), ArrivedBy.HELPER, true)),
                ContractSamples.read("natter.attendees", AttendanceCheckedIn.TYPE, "wren"));
    }

    @Test
    void theArrivalOfSomebodyWithoutAnAddressReadsAsItsSample() {
        ContractSamples.assertBody(
                JSON.writeValueAsBytes(new AttendanceCheckedIn(
                        MAURICE, RIVERSIDE, Instant.parse("2026-10-15T17:51:00Z"), ArrivedBy.HELPER, false)),
                ContractSamples.read("natter.attendees", AttendanceCheckedIn.TYPE, "maurice"));
    }

    @Test
    void anUndoneArrivalReadsAsItsSample() {
        ContractSamples.assertBody(
                JSON.writeValueAsBytes(
                        new AttendanceCheckInUndone(WREN, RIVERSIDE, Instant.parse("2026-10-15T17:43:00Z"))),
                ContractSamples.read("natter.attendees", AttendanceCheckInUndone.TYPE, "wren"));
    }
}
