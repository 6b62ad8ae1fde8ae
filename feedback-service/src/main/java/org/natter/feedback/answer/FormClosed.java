package org.natter.feedback.answer;

/** The form takes or shows nothing any more, since its time is over; nothing was saved. */
public final class FormClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FormClosed() {
        super("the form has closed", null, false, false);
    }
}
