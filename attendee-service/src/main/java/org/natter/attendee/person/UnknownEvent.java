package org.natter.attendee.person;

/** Booking never opened for this event, or the caller may not see it. */
public final class UnknownEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownEvent(String message) {
        super(message);
    }

    public static UnknownEvent withId(EventId event) {
        return new UnknownEvent("no seat ledger for event " + event);
    }
}
