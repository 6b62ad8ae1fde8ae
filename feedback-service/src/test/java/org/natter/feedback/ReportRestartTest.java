package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.feedback.FeedbackHarness.SAMIR;
import static org.natter.feedback.FeedbackHarness.WREN;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.report.Evidence;
import org.natter.feedback.report.EvidenceRows;
import org.natter.messaging.kit.RestartTestOf;

/** The group {@code feedback-service.report}, stopped between two messages. */
@RestartTestOf("feedback-service.report")
class ReportRestartTest {

    @Test
    void nothingIsLostAndNothingCountsTwiceOverARestart() {
        try (var feedback = new FeedbackHarness("1d")) {
            feedback.tell("natter.attendees", "attendance.checked-in.v1", "wren");
            feedback.tell("natter.feedback", "feedback.answered.v1", "wren");
            await("Wren's answer is known")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> evidence(feedback).answers().size() == 1);

            feedback.stop();
            feedback.tell("natter.attendees", "attendance.checked-in.v1", "wren");
            feedback.tell("natter.feedback", "feedback.answered.v1", "wren");
            feedback.tell(
                    "natter.feedback",
                    "feedback.answered.v1",
                    "wren",
                    body -> body.put("writer", SAMIR),
                    "answer/" + SAMIR + "/1");
            feedback.start();

            await("Samir's answer is known")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> evidence(feedback).answers().size() == 2
                            && evidence(feedback).here().size() == 1);
            assertThat(evidence(feedback).here()).containsExactly(new AttendanceId(WREN));
        }
    }

    private static Evidence evidence(FeedbackHarness feedback) {
        return feedback.bean(EvidenceRows.class).of(new EventId(FeedbackHarness.RIVERSIDE));
    }
}
