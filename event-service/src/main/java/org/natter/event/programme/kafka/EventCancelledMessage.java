package org.natter.event.programme.kafka;

import java.time.Instant;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventDomainEvent;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventKind;
import org.natter.event.region.RegionId;

/** The body of {@code event.cancelled.v1}. */
record EventCancelledMessage(
        EventId event,
        RegionId region,
        EventKind kind,
        Instant startsAt,
        Instant endsAt,
        String zone,
        int places,
        int sequence,
        PublishedFacts published,
        Instant at,
        String reason) {

    static final String TYPE = "event.cancelled.v1";

    static EventCancelledMessage of(EventDomainEvent.EventCancelled told) {
        Event event = told.event();
        var details = event.details();
        var times = details.times();
        return new EventCancelledMessage(
                event.id(),
                event.region(),
                details.kind(),
                times.startsAtInstant(),
                times.endsAtInstant(),
                times.zone().getId(),
                details.places(),
                event.sequence(),
                PublishedFacts.of(event),
                told.at(),
                event.reason());
    }
}
