package org.natter.attendee.booking;

/** Why somebody could not come, if they said. The constants are those of the messages. */
public enum CancelReason {
    COST,
    COVER_AT_WORK,
    CARING,
    TIME,
    DISTANCE,
    HEALTH,
    NOBODY_I_KNOW,
    FORGOT,
    OTHER,
    NOT_SAID
}
