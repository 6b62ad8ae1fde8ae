package org.natter.attendee.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.natter.attendee.person.PersonId;

/** Letters as they were asked for: what kind, and for which wish. */
final class LettersInMemory implements BookingLetters {

    private final List<String> asked = new ArrayList<>();

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void confirm(PersonId to, Booking held, String key, Instant at) {
        asked.add("confirm " + key);
    }

    @Override
    public void again(PersonId to, Booking booking, String key, Instant at) {
        asked.add("again " + key);
    }
}
