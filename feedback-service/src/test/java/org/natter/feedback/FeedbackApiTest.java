package org.natter.feedback;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.OpenApiContract;

/** feedback-service does what its description says. */
class FeedbackApiTest extends OpenApiContract {

    private static FeedbackHarness feedback;

    @BeforeAll
    static void start() {
        feedback = new FeedbackHarness();
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    @Override
    protected HttpCalls calls() {
        return feedback.calls();
    }
}
