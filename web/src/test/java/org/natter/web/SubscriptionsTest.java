package org.natter.web;

import org.junit.jupiter.api.Nested;
import org.natter.messaging.SubscriptionsContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The live pages hear all that is told. */
class SubscriptionsTest extends WholeWebBody {

    @Autowired
    private ApplicationContext web;

    @Nested
    class Live extends SubscriptionsContract {

        @Override
        protected ApplicationContext application() {
            return web;
        }
    }
}
