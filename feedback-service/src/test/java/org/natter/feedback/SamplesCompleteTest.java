package org.natter.feedback;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.RestSamplesContract;

/** What the service says of its routes and the golden exchanges tell of the same things. */
class SamplesCompleteTest extends RestSamplesContract {

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
