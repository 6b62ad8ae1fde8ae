package org.natter.web.services;

/** Why somebody cancels or did not come; asked, never required. */
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
