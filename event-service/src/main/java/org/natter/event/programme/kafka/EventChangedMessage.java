package org.natter.event.programme.kafka;

import java.time.Instant;
import java.util.List;
import org.natter.event.programme.Aspect;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventDomainEvent;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventKind;
import org.natter.event.region.RegionId;

/** The body of {@code event.changed.v1}; {@code changed} in the order of the constants. */
record EventChangedMessage(
        EventId event,
        RegionId region,
        EventKind kind,
        Instant startsAt,
        Instant endsAt,
        String zone,
        int places,
        int sequence,
        PublishedFacts published,
        List<Aspect> changed) {

    static final String TYPE = "event.changed.v1";

    static EventChangedMessage of(EventDomainEvent.EventChanged told) {
        Event event = told.event();
        var details = event.details();
        var times = details.times();
        return new EventChangedMessage(
                event.id(),
                event.region(),
                details.kind(),
                times.startsAtInstant(),
                times.endsAtInstant(),
                times.zone().getId(),
                details.places(),
                event.sequence(),
                PublishedFacts.of(event),
                told.changed().stream().sorted().toList());
    }
}
