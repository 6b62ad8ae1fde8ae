package org.natter.attendee.mail;

import org.natter.attendee.WholeService;
import org.springframework.beans.factory.annotation.Autowired;

/** The projection as the service has it. */
@WholeService
class KnownFactsProjectionTest implements KnownFactsContract {

    private final KnownFacts known;

    @Autowired
    KnownFactsProjectionTest(KnownFacts known) {
        this.known = known;
    }

    @Override
    public KnownFacts known() {
        return known;
    }
}
