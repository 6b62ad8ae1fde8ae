package org.natter.web.planted.attendee;

import org.natter.web.planted.attendee.feedback.Step;

/** A page outside must not know a step: breaks a rule on purpose. */
final class KnowsAStep {

    private KnowsAStep() {}

    static Class<?> known() {
        return Step.class;
    }
}
