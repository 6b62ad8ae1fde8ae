package org.natter.attendee.booking;

import org.natter.attendee.person.EventId;

/** Every place is booked, kept for somebody or on offer, so there is none to offer to anybody else. */
public final class NoPlaceLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NoPlaceLeft(String message) {
        super(message);
    }

    static NoPlaceLeft atEvent(EventId event) {
        return new NoPlaceLeft("no place left to offer at event " + event);
    }
}
