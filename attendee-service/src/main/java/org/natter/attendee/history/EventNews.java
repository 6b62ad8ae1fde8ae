package org.natter.attendee.history;

import java.time.Instant;
import java.time.ZoneId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;

/** Any of the four messages about an event: all carry the whole published fact. */
public record EventNews(
        EventId event, RegionId region, Instant startsAt, Instant endsAt, ZoneId zone, Words published) {

    /** The published words that a history shows. */
    public record Words(String title, String venueName) {}
}
