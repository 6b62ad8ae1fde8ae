package org.natter.feedback.invitation;

/**
 * Why somebody could not come, as they ticked it.
 *
 * <p>{@link #NOT_SAID} is no reason and is never counted.
 */
public enum AbsenceReason {
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
