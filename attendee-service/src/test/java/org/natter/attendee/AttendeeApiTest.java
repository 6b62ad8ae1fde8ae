package org.natter.attendee;

import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.OpenApiContract;
import org.springframework.beans.factory.annotation.Autowired;

/** attendee-service does what its description says. */
@WholeService
class AttendeeApiTest extends OpenApiContract {

    private final Calls calls;

    @Autowired
    AttendeeApiTest(Calls calls) {
        this.calls = calls;
    }

    @Override
    protected HttpCalls calls() {
        return calls;
    }
}
