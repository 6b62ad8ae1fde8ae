package org.natter.attendee.mail;

import java.time.Instant;
import java.time.ZoneId;
import org.natter.attendee.person.EventId;

/** {@code event.published.v1} */
public record EventPublished(EventId event, Instant startsAt, Instant endsAt, ZoneId zone, Venue published) {

    /** The published words about where it is. */
    public record Venue(String venueName, String venueAddress) {}

    WhenAndWhere whenAndWhere() {
        return new WhenAndWhere(startsAt, endsAt, zone, published.venueName(), published.venueAddress());
    }
}
