package org.natter.attendee.booking;

import java.time.Instant;
import org.natter.attendee.person.PersonId;

/** Letters no message would lead to. Asking for one twice with the same key is one letter. */
public interface BookingLetters {

    /** "Confirm your place": the link with the button, worth nothing after the hold's end. */
    void confirm(PersonId to, Booking held, String key, Instant at);

    /** How it stands, once more: "You're booked already", a place in line or an open offer. */
    void again(PersonId to, Booking booking, String key, Instant at);
}
