package org.natter.attendee.booking;

import org.natter.attendee.person.EventId;

/** A walk-in would be over the limit, and the helper has not said "let them in" yet. */
public final class RoomIsFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RoomIsFull(String message) {
        super(message);
    }

    public static RoomIsFull atEvent(EventId event) {
        return new RoomIsFull("no place free at event " + event);
    }
}
