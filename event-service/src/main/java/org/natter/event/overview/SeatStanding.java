package org.natter.event.overview;

/** Where an attendance stands with its place. */
public enum SeatStanding {
    BOOKED,
    /** Has a place that was given at the door. */
    WALKED_IN,
    WAITING,
    OFFERED,
    NONE
}
