package org.natter.feedback.question;

/** The form is open, or the report settled: what is asked is not changed any more; nothing was saved. */
public final class QuestionsStand extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public QuestionsStand() {
        super("the questions stand", null, false, false);
    }
}
