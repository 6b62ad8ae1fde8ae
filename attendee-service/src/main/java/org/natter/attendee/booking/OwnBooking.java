package org.natter.attendee.booking;

import org.natter.attendee.person.Person;

/**
 * A booking in its owner's hands.
 *
 * @param here whether they are checked in
 */
public record OwnBooking(Booking booking, Person owner, boolean here) {

    /** The name the booking was made with. */
    public String saidName() {
        return owner.saidAt(booking.attendance()).name();
    }
}
