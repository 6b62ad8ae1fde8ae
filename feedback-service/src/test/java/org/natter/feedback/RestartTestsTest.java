package org.natter.feedback;

import org.natter.messaging.kit.RestartTestsContract;

class RestartTestsTest extends RestartTestsContract {

    @Override
    protected String configuration() {
        return "feedback-service.yaml";
    }
}
