package org.natter.attendee.booking;

/** The kind of an event, as event-service tells it. */
public enum EventKind {
    SOCIAL,
    TALK,
    TRAINING,
    CONFERENCE
}
