package org.natter.event;

import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.OpenApiContract;
import org.springframework.beans.factory.annotation.Autowired;

/** event-service does what its description says. */
@WholeService
class EventApiTest extends OpenApiContract {

    private final Calls calls;

    @Autowired
    EventApiTest(Calls calls) {
        this.calls = calls;
    }

    @Override
    protected HttpCalls calls() {
        return calls;
    }
}
