package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.feedback.FeedbackHarness.SAMIR;
import static org.natter.feedback.FeedbackHarness.WREN;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.Rooms;
import org.natter.messaging.kit.RestartTestOf;

/** The group {@code feedback-service.invitation}, stopped between two messages. */
@RestartTestOf("feedback-service.invitation")
class InvitationRestartTest {

    @Test
    void nothingIsLostAndNobodyIsAskedTwiceOverARestart() {
        try (var feedback = new FeedbackHarness()) {
            feedback.clockShows("2026-10-16T09:00:00Z");
            feedback.tell("natter.events", "event.concluded.v1", "riverside");
            feedback.tell("natter.attendees", "attendance.checked-in.v1", "wren");
            await("Wren was asked")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> feedback.told("feedback.invitation-due.v1").size() == 1);

            feedback.stop();
            feedback.tell("natter.attendees", "attendance.checked-in.v1", "wren");
            feedback.tell("natter.events", "event.concluded.v1", "riverside");
            feedback.tell(
                    "natter.attendees",
                    "attendance.checked-in.v1",
                    "wren",
                    body -> body.put("attendance", SAMIR),
                    "check-in/" + SAMIR + "/1");
            feedback.start();

            await("Samir was asked")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> feedback.told("feedback.invitation-due.v1").size() >= 2);
            assertThat(feedback.told("feedback.invitation-due.v1"))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder(WREN, SAMIR);
            assertThat(feedback.bean(Rooms.class)
                            .find(new EventId(FeedbackHarness.RIVERSIDE))
                            .map(Room::came))
                    .contains(Set.of(new AttendanceId(WREN), new AttendanceId(SAMIR)));
        }
    }
}
