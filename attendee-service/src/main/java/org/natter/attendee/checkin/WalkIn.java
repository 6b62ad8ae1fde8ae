package org.natter.attendee.checkin;

import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.Choices;
import org.natter.attendee.person.Details;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;

/** Somebody who is not on the list. Without an address they are counted and never written to. Prints no word of theirs. */
public record WalkIn(
        EventId event,
        Details details,
        @Nullable EmailAddress address,
        Choices choices,
        Arrival arrival,
        boolean overLimit) {

    @Override
    public String toString() {
        return "WalkIn[" + event + "]";
    }
}
