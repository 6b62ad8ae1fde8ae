package org.natter.attendee.booking;

/** What room there is at an event for somebody who asks now; who is told that it is full is told so only where it is. */
public enum RoomLeft {
    /** A place is free for somebody new. */
    FREE,
    /** A place is free, and others wait for one, who are asked first. */
    OTHERS_FIRST,
    /** Every place is taken, or on offer to somebody who was in line. */
    ON_OFFER,
    FULL
}
