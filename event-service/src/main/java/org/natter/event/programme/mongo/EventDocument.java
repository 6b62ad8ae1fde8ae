package org.natter.event.programme.mongo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventDetails;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventKind;
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.EventTimes;
import org.natter.event.programme.Venue;
import org.natter.event.programme.VenueFacts;
import org.natter.event.programme.VenueFacts.Known;
import org.natter.event.programme.WhenAmbiguous;
import org.natter.event.region.RegionId;

/** An event as it is kept. Wall times and zone are text, so that no driver can shift them to the machine's own zone. */
record EventDocument(
        String event,
        String region,
        String regionName,
        EventKind kind,
        String title,
        String description,
        String startsAt,
        String endsAt,
        String zone,
        WhenAmbiguous whenAmbiguous,
        Instant startsAtInstant,
        Instant endsAtInstant,
        VenueDocument venue,
        int places,
        EventStatus status,
        int sequence,
        long version,
        String reason,
        String fingerprint) {

    record VenueDocument(
            String name,
            String address,
            Known stepFree,
            Known toilets,
            Known hearingLoop,
            Known quietCorner,
            Known alcoholFree,
            String nearestStop,
            String findUs) {

        private static VenueDocument of(Venue venue) {
            var facts = venue.facts();
            return new VenueDocument(
                    venue.name(),
                    venue.address(),
                    facts.stepFree(),
                    facts.toilets(),
                    facts.hearingLoop(),
                    facts.quietCorner(),
                    facts.alcoholFree(),
                    venue.nearestStop(),
                    venue.findUs());
        }

        private Venue toVenue() {
            var facts = new VenueFacts(stepFree, toilets, hearingLoop, quietCorner, alcoholFree);
            return new Venue(name, address, facts, nearestStop, findUs);
        }
    }

    static EventDocument of(Event event) {
        var details = event.details();
        var times = details.times();
        return new EventDocument(
                event.id().value(),
                event.region().value(),
                event.regionName(),
                details.kind(),
                details.title(),
                details.description(),
                times.startsAt().toString(),
                times.endsAt().toString(),
                times.zone().getId(),
                times.whenAmbiguous(),
                times.startsAtInstant(),
                times.endsAtInstant(),
                VenueDocument.of(details.venue()),
                details.places(),
                event.status(),
                event.sequence(),
                event.version(),
                event.reason(),
                event.fingerprint());
    }

    Event toEvent() {
        var times = new EventTimes(
                LocalDateTime.parse(startsAt),
                LocalDateTime.parse(endsAt),
                ZoneId.of(zone),
                whenAmbiguous,
                startsAtInstant,
                endsAtInstant);
        return new Event(
                new EventId(event),
                new RegionId(region),
                regionName,
                new EventDetails(kind, title, description, times, venue.toVenue(), places),
                status,
                sequence,
                version,
                reason,
                fingerprint);
    }
}
