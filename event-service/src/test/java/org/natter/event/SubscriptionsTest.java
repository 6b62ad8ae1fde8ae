package org.natter.event;

import org.natter.messaging.SubscriptionsContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The service hears all it is told. */
@WholeService
class SubscriptionsTest extends SubscriptionsContract {

    private final ApplicationContext service;

    @Autowired
    SubscriptionsTest(ApplicationContext service) {
        this.service = service;
    }

    @Override
    protected ApplicationContext application() {
        return service;
    }
}
