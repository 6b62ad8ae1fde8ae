package org.natter.local.stack;

/** Why Natter cannot start on this machine just now, in one line that says what to do. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CannotStart(String line) {
        super(line);
    }

    /** The line is printed as it is. */
    public static CannotStart because(String line) {
        return new CannotStart(line);
    }
}
