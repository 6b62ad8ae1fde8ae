package org.natter.web.planted.attendee.feedback;

/** What the ports must not know. */
public final class Step {

    private Step() {}
}
