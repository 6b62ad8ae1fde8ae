package org.natter.event;

import org.natter.messaging.kit.RestartTestsContract;

class RestartTestsTest extends RestartTestsContract {

    @Override
    protected String configuration() {
        return "event-service.yaml";
    }
}
