package org.natter.attendee.checkin;

import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.BookingChoices;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.ids.HexId;

/**
 * Somebody who is not on the list. Without an address they are counted and never written to. Prints no word of theirs.
 *
 * @param lent pressed by whoever has the door by a link, to whom an address tells nobody's name: a booking with that address
 *     is theirs only under the name that was typed
 */
public record WalkIn(
        EventId event,
        PersonDetails details,
        @Nullable EmailAddress address,
        BookingChoices choices,
        Arrival arrival,
        boolean overLimit,
        boolean lent) {

    /** The attendance of somebody new, computed from the press: the same press finds the same person. */
    AttendanceId attendance() {
        return new AttendanceId(HexId.derivedFrom("walk-in\0attendance\0" + event + "\0" + arrival.id()));
    }

    /** The person who left no address, computed likewise. */
    PersonId nameless() {
        return new PersonId(HexId.derivedFrom("walk-in\0" + event + "\0" + arrival.id()));
    }

    @Override
    public String toString() {
        return "WalkIn[" + event + "]";
    }
}
