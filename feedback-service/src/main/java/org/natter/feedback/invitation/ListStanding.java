package org.natter.feedback.invitation;

/**
 * How far the door's list can be believed.
 *
 * <p>Of {@link #FEW} the organiser is asked whether it was complete; no reply means no.
 */
public enum ListStanding {
    /** Nobody at all was checked in. */
    NOT_TAKEN,
    /** Somebody was, and at most a fifth of those expected. */
    FEW,
    /** More than a fifth were. */
    TAKEN;

    private static final int FEW_OF = 5;

    /** Whether whoever is not on a list that stands so did not come, given whether an organiser has said that this was all. */
    boolean isComplete(boolean saidToBe) {
        return this == TAKEN || this == FEW && saidToBe;
    }

    /** How complete a list is by itself, of so many who came among so many expected. */
    static ListStanding of(int came, int expected) {
        if (came == 0) {
            return NOT_TAKEN;
        }
        return came * FEW_OF <= expected ? FEW : TAKEN;
    }
}
