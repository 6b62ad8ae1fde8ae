package org.natter.feedback;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.natter.messaging.SubscriptionsContract;
import org.springframework.context.ApplicationContext;

/** The service hears all it is told. */
class SubscriptionsTest extends SubscriptionsContract {

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
    protected ApplicationContext application() {
        return feedback.service();
    }
}
