package org.natter.attendee.checkin;

/** What the helper at the door is told. */
public enum DoorResult {
    WELCOME,
    ALREADY_IN,
    /** Not here: the check-in was taken back, or this press is a late copy of one that was. */
    UNDONE,
    /** On the waiting list, or with an offer not taken: let in by pressing again. */
    WAITING,
    /** Cancelled, or a hold or offer nobody took, or the event was called off. */
    CANCELLED,
    NOT_CONFIRMED,
    OTHER_EVENT,
    NOT_FOUND
}
