package org.natter.feedback.answer;

/** The event did not take place, so there is nothing to say about it; nothing was saved. */
public final class EventCalledOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventCalledOff() {
        super("the event was called off", null, false, false);
    }
}
