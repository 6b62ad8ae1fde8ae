package org.natter.feedback.question;

/** Somebody has changed the questions since they were read; nothing was saved. */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChangedMeanwhile() {
        super("the questions were changed meanwhile", null, false, false);
    }
}
