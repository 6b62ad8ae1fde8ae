package org.natter.attendee.booking;

import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;

/**
 * A booking in its owner's hands.
 *
 * @param here whether they are checked in; nobody is without a place, since whoever is let in is given one
 */
public record OwnBooking(Booking booking, Person owner, boolean here) {

    public OwnBooking {
        here = here && booking.hasAPlace();
    }

    /** The name the booking was made with. */
    public String saidName() {
        return said().name();
    }

    /** The organisation it was made with; may be empty. */
    public String saidOrganisation() {
        return said().organisation();
    }

    /** The mark of all that a press on the button takes over. */
    public String wish() {
        return ShownWish.markOf(said(), booking.choices());
    }

    /** Whether it is what was shown, so that a press may take it over. */
    boolean isStill(ShownWish shown) {
        return shown.isStill(said(), booking.choices());
    }

    private PersonDetails said() {
        return owner.saidAt(booking.attendance());
    }
}
