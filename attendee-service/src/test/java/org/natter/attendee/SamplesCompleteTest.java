package org.natter.attendee;

import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.RestSamplesContract;
import org.springframework.beans.factory.annotation.Autowired;

/** What the service says of its routes and the golden exchanges tell of the same things. */
@WholeService
class SamplesCompleteTest extends RestSamplesContract {

    private final Calls calls;

    @Autowired
    SamplesCompleteTest(Calls calls) {
        this.calls = calls;
    }

    @Override
    protected HttpCalls calls() {
        return calls;
    }
}
