package org.natter.attendee.booking;

import java.time.Instant;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;

/** The published facts of an event, as any message of natter.events carries them: only the fields booking needs. */
public record ProgrammeNews(
        EventId event,
        RegionId region,
        EventKind kind,
        Instant startsAt,
        Instant endsAt,
        String zone,
        int places,
        int sequence,
        Published published) {

    /** What the organiser published in words. */
    public record Published(String regionName, String title, String venueName, String venueAddress, String findUs) {}
}
