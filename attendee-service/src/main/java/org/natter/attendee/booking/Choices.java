package org.natter.attendee.booking;

import org.natter.attendee.person.Sector;

/** What somebody chose for one event, as far as other services may know it. */
public record Choices(Sector sector, boolean newcomer, boolean listed) {

    public Choices withListed(boolean now) {
        return new Choices(sector, newcomer, now);
    }
}
