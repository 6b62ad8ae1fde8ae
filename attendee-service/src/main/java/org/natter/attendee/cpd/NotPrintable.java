package org.natter.attendee.cpd;

/**
 * A sheet has letters that our font does not, and nothing is printed rather than a name with holes in it; or it is too long to be
 * printed while somebody waits, or others wait for theirs.
 */
public final class NotPrintable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotPrintable() {
        super("letters that the font does not have, too long, or too many at once");
    }
}
