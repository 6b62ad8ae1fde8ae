package org.natter.attendee.checkin.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.natter.attendee.checkin.kafka.CheckInMessages.AttendanceCheckInUndoneMessage;
import org.natter.attendee.checkin.kafka.CheckInMessages.AttendanceCheckedInMessage;

/** What the door says; the bodies are compared in {@code ProducedSamplesTest}. */
class CheckInContractTest {

    @Test
    void everyDomainEventIsTold() {
        assertThat(new CheckInMessages().checkInAnnouncements().missing()).isEmpty();
        assertThat(new CheckInMessages().checkInAnnouncements().types())
                .containsExactlyInAnyOrder(AttendanceCheckedInMessage.TYPE, AttendanceCheckInUndoneMessage.TYPE);
    }
}
