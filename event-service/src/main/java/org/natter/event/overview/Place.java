package org.natter.event.overview;

/** Where an attendance stands with its place. */
public enum Place {
    BOOKED,
    WAITING,
    OFFERED,
    NONE
}
