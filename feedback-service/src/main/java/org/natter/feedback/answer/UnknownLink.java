package org.natter.feedback.answer;

/**
 * There is nothing behind this link: wrong, unknown, replaced by a fresh one, or erased.
 *
 * <p>The same for all of these, on purpose.
 */
public final class UnknownLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownLink() {
        super("nothing behind this link", null, false, false);
    }
}
