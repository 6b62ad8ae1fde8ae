package org.natter.feedback.answer;

/**
 * What a personal link still opens.
 *
 * <p>Follows from the event and the clock alone.
 */
public enum LinkState {
    /** To day 14, 23:59 on the event's clock: read and write. */
    OPEN,
    /** To day 60: read. */
    READ_ONLY,
    /** It only points to the history. */
    CLOSED,
    /** The event did not take place. */
    CALLED_OFF
}
