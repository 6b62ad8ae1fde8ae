package org.natter.attendee;

import org.natter.messaging.kit.RestartTestsContract;

class RestartTestsTest extends RestartTestsContract {

    @Override
    protected String configuration() {
        return "attendee-service.yaml";
    }
}
