package org.natter.attendee.booking;

import java.time.Instant;
import java.time.ZoneId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;

/**
 * What an organiser has published about an event, as far as bookings and mails need it. Texts may be empty, never absent.
 *
 * @param sequence how often the published facts changed; rises with each change, for calendar files
 */
public record EventCard(
        EventId event,
        RegionId region,
        EventKind kind,
        String title,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        String regionName,
        String venueName,
        String venueAddress,
        String findUs,
        int sequence) {

    /** Whether there is no place to go to; the form for an event tells organisers to write "Online". */
    public boolean takesPlaceOnline() {
        return venueName.strip().equalsIgnoreCase("online");
    }

    /** Whether a place that becomes free now is still offered to whoever waits; later it is one at the door. */
    public boolean offersAt(Instant now) {
        return OfferEnd.of(now, this).isPresent();
    }
}
