package org.natter.event.programme.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventKind;
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.Venue;
import org.natter.event.programme.VenueFacts;
import org.natter.event.programme.WhenAmbiguous;
import org.natter.event.region.RegionId;

/**
 * One event, all of it.
 *
 * @param startsAt wall time in {@code zone}, as 2026-10-15T18:30
 * @param whenAmbiguous which of two equal wall times is meant; null where none comes twice
 * @param reason why it was called off, empty otherwise
 */
record EventView(
        EventId event,
        RegionId region,
        String regionName,
        EventStatus status,
        EventKind kind,
        String title,
        String description,
        String startsAt,
        String endsAt,
        ZoneId zone,
        @Nullable WhenAmbiguous whenAmbiguous,
        Instant startsAtInstant,
        Instant endsAtInstant,
        VenueView venue,
        int places,
        int sequence,
        long version,
        String reason) {

    record VenueView(
            String name, String address, @JsonUnwrapped VenueFacts facts, String nearestStop, String findUs) {

        private static VenueView of(Venue venue) {
            return new VenueView(venue.name(), venue.address(), venue.facts(), venue.nearestStop(), venue.findUs());
        }
    }

    /** As its organisers read it. */
    static EventView of(Event event) {
        return of(event, event.details().venue());
    }

    /** As everybody may read it. */
    static EventView shownToThePublic(Event event) {
        return of(event, event.details().venue().shownToThePublic());
    }

    private static EventView of(Event event, Venue venue) {
        var details = event.details();
        var times = details.times();
        return new EventView(
                event.id(),
                event.region(),
                event.regionName(),
                event.status(),
                details.kind(),
                details.title(),
                details.description(),
                times.startsAt().toString(),
                times.endsAt().toString(),
                times.zone(),
                times.whenAmbiguous() == WhenAmbiguous.NOT_ASKED ? null : times.whenAmbiguous(),
                times.startsAtInstant(),
                times.endsAtInstant(),
                VenueView.of(venue),
                details.places(),
                event.sequence(),
                event.version(),
                event.reason());
    }
}
