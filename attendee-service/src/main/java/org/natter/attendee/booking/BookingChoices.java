package org.natter.attendee.booking;

import org.natter.attendee.person.Sector;

/** What somebody chose for one event, as far as other services may know it. */
public record BookingChoices(Sector sector, boolean newcomer, boolean listed) {

    public BookingChoices withListed(boolean now) {
        return new BookingChoices(sector, newcomer, now);
    }
}
