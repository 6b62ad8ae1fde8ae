package org.natter.attendee.checkin;

/** What the helper at the door is told. */
public enum DoorResult {
    WELCOME,
    ALREADY_IN,
    /** On the waiting list, or with an offer not taken: let in by pressing again. */
    WAITING,
    /** Cancelled, or a hold or offer nobody took, or the event was called off. */
    CANCELLED,
    NOT_CONFIRMED,
    OTHER_EVENT,
    NOT_FOUND
}
