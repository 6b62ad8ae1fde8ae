package org.natter.feedback;

import static org.awaitility.Awaitility.await;
import static org.natter.feedback.FeedbackHarness.FENLAND;
import static org.natter.feedback.FeedbackHarness.RIVERSIDE;
import static org.natter.feedback.FeedbackHarness.WREN;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.OpenApiContract;
import org.natter.feedback.answer.UnfitForm;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Invitations;

/** feedback-service does what its description says, the morning after an evening at which somebody was. */
class FeedbackApiTest extends OpenApiContract {

    /** What a description can say, even if the service finds it only with the answer in hand. */
    private static final Set<UnfitForm.Rule> FORM = Set.of(UnfitForm.Rule.SOMETHING_IS_SAID, UnfitForm.Rule.ONCE_ONLY);

    private static FeedbackHarness feedback;

    @BeforeAll
    static void start() {
        feedback = new FeedbackHarness();
        feedback.clockShows("2026-10-16T09:00:00Z");
        feedback.tell("natter.events", "event.concluded.v1", "riverside");
        feedback.tell("natter.attendees", "attendance.checked-in.v1", "wren");
        await("somebody is asked")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feedback.bean(Invitations.class)
                        .find(new AttendanceId(WREN))
                        .isPresent());
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    @Override
    protected HttpCalls calls() {
        return feedback.calls();
    }

    @Override
    protected Set<String> beyondForm() {
        return Arrays.stream(UnfitForm.Rule.values())
                .filter(rule -> !FORM.contains(rule))
                .map(UnfitForm.Rule::name)
                .collect(Collectors.toSet());
    }

    @Override
    protected Map<String, String> existing() {
        return Map.of("event", RIVERSIDE, "region", FENLAND, "attendance", WREN);
    }
}
