package org.natter.event.programme.kafka;

import java.time.Instant;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventDomainEvent;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventKind;
import org.natter.event.region.RegionId;

/** The body of {@code event.published.v1}. */
record EventPublishedMessage(
        EventId event,
        RegionId region,
        EventKind kind,
        Instant startsAt,
        Instant endsAt,
        String zone,
        int places,
        int sequence,
        PublishedFacts published) {

    static final String TYPE = "event.published.v1";

    static EventPublishedMessage of(EventDomainEvent.EventPublished told) {
        Event event = told.event();
        var details = event.details();
        var times = details.times();
        return new EventPublishedMessage(
                event.id(),
                event.region(),
                details.kind(),
                times.startsAtInstant(),
                times.endsAtInstant(),
                times.zone().getId(),
                details.places(),
                event.sequence(),
                PublishedFacts.of(event));
    }
}
