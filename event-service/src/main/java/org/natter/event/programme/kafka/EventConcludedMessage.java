package org.natter.event.programme.kafka;

import java.time.Instant;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventDomainEvent;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventKind;
import org.natter.event.region.RegionId;

/** The body of {@code event.concluded.v1}; {@code at} is the moment it was to end, not when somebody looked. */
record EventConcludedMessage(
        EventId event,
        RegionId region,
        EventKind kind,
        Instant startsAt,
        Instant endsAt,
        String zone,
        int places,
        int sequence,
        PublishedFacts published,
        Instant at) {

    static final String TYPE = "event.concluded.v1";

    static EventConcludedMessage of(EventDomainEvent.EventConcluded told) {
        Event event = told.event();
        var details = event.details();
        var times = details.times();
        return new EventConcludedMessage(
                event.id(),
                event.region(),
                details.kind(),
                times.startsAtInstant(),
                times.endsAtInstant(),
                times.zone().getId(),
                details.places(),
                event.sequence(),
                PublishedFacts.of(event),
                times.endsAtInstant());
    }
}
