package org.natter.feedback.outcome;

/**
 * The id of this outcome already belongs to another one; nothing was saved.
 *
 * <p>Does not say whose.
 */
public final class IdReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdReused() {
        super("an id used before for something else", null, false, false);
    }
}
