package org.natter.attendee.history;

/** Where a ratio to what the room made likely lies: below 0.8, from 0.8 to 1.25, or above ({@code measures.md}, section 4). */
public enum Band {
    BELOW,
    ABOUT,
    ABOVE;

    private static final double LOWER = 0.8;
    private static final double UPPER = 1.25;

    /** A band includes its lower end; above begins strictly beyond 1.25. */
    static Band of(double ratio) {
        if (ratio < LOWER) {
            return BELOW;
        }
        return ratio > UPPER ? ABOVE : ABOUT;
    }
}
