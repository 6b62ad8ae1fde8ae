package org.natter.event.overview;

/** Where an attendance stands with its place. */
public enum SeatStanding {
    BOOKED,
    WAITING,
    OFFERED,
    NONE
}
