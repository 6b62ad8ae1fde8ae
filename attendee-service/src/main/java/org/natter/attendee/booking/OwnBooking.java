package org.natter.attendee.booking;

import org.natter.attendee.person.Person;

/** A booking in its owner's hands. */
public record OwnBooking(Booking booking, Person owner) {

    /** The name the booking was made with. */
    public String saidName() {
        return owner.saidAt(booking.attendance()).name();
    }
}
