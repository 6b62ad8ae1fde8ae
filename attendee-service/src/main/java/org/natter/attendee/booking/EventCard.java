package org.natter.attendee.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
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

    private static final Pattern LINK = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

    /** What whoever has no place may read: no link by which an online event is joined, nor how it is found. */
    public EventCard withoutAPlace() {
        return at(venueName, addressWithoutAPlace(venueName, venueAddress), takesPlaceOnline() ? "" : findUs);
    }

    /** An address as whoever has no place may read it: none where it is how an online event is joined. */
    public static String addressWithoutAPlace(String venueName, String venueAddress) {
        return isOnline(venueName) || LINK.matcher(venueAddress).find() ? "" : venueAddress;
    }

    /** The same at another place. */
    public EventCard at(String venue, String address, String howToFindIt) {
        return new EventCard(
                event, region, kind, title, startsAt, endsAt, zone, regionName, venue, address, howToFindIt, sequence);
    }

    /** Whether there is no place to go to; the form for an event tells organisers to write "Online". */
    public boolean takesPlaceOnline() {
        return isOnline(venueName);
    }

    private static boolean isOnline(String venueName) {
        return venueName.strip().equalsIgnoreCase("online");
    }

    /** Whether a place that becomes free now is still offered to whoever waits; later it is one at the door. */
    public boolean offersAt(Instant now) {
        return OfferEnd.of(now, this).isPresent();
    }
}
