package org.natter.feedback.invitation;

/** No such event was ever told, or it is not this caller's; the same for both, on purpose. */
public final class UnknownEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownEvent() {
        super("no such event", null, false, false);
    }
}
