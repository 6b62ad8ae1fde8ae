package org.natter.feedback.answer;

/**
 * The form takes or shows nothing any more; nothing was saved.
 *
 * <p>Says only why, so that a page can word it.
 */
public final class FormShut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the form is shut. */
    public enum Reason {
        CLOSED,
        CALLED_OFF
    }

    private final Reason reason;

    private FormShut(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public static FormShut closed() {
        return new FormShut(Reason.CLOSED);
    }

    public static FormShut calledOff() {
        return new FormShut(Reason.CALLED_OFF);
    }

    public Reason reason() {
        return reason;
    }
}
