package org.natter.feedback.question;

/** No such talk was ever asked about, or not any more, or the link is not one of ours; the same for all, on purpose. */
public final class UnknownTalk extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownTalk() {
        super("no such talk", null, false, false);
    }
}
