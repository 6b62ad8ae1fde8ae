package org.natter.web;

import org.natter.messaging.kit.RestartTestsContract;

class RestartTestsTest extends RestartTestsContract {

    @Override
    protected String configuration() {
        return "web.yaml";
    }
}
