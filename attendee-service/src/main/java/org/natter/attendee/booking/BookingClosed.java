package org.natter.attendee.booking;

import org.natter.attendee.person.EventId;

/** The event has begun, is over or was called off: nobody new can book. */
public final class BookingClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BookingClosed(String message) {
        super(message);
    }

    public static BookingClosed forEvent(EventId event) {
        return new BookingClosed("booking is closed for event " + event);
    }
}
