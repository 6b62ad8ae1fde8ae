package org.natter.event.programme.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.event.programme.Aspect;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventDomainEvent.EventCancelled;
import org.natter.event.programme.EventDomainEvent.EventChanged;
import org.natter.event.programme.EventDomainEvent.EventConcluded;
import org.natter.event.programme.EventDomainEvent.EventFollowedRegion;
import org.natter.event.programme.EventDomainEvent.EventPublished;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventKind;
import org.natter.event.region.RegionId;

/**
 * The body of all four types of {@code natter.events}: the event as it now stands, and what each type adds.
 *
 * @param published the words an organiser has published, the only ones on the wire
 * @param changed in the order of the constants; {@code event.changed.v1} alone
 * @param quietly whether nobody booked is to be told of a change by mail; {@code event.changed.v1} alone
 * @param at when it was called off or, of a concluded one, the moment it was to end, not when somebody looked
 * @param reason {@code event.cancelled.v1} alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgrammeMessage(
        EventId event,
        RegionId region,
        EventKind kind,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        int places,
        int sequence,
        PublishedFacts published,
        @Nullable List<Aspect> changed,
        @Nullable Boolean quietly,
        @Nullable Instant at,
        @Nullable String reason) {

    static final String PUBLISHED = "event.published.v1";
    static final String CHANGED = "event.changed.v1";
    static final String CANCELLED = "event.cancelled.v1";
    static final String CONCLUDED = "event.concluded.v1";

    static ProgrammeMessage whenPublished(Event event, EventPublished told) {
        return of(event, null, null, null, null);
    }

    static ProgrammeMessage whenChanged(Event event, EventChanged told) {
        return of(event, told.changed().stream().sorted().toList(), told.quietly(), null, null);
    }

    /** Who runs it is among its details; nobody needs a mail for it. */
    static ProgrammeMessage whenRegionFollowed(Event event, EventFollowedRegion told) {
        return of(event, List.of(Aspect.DETAILS), false, null, null);
    }

    static ProgrammeMessage whenCancelled(Event event, EventCancelled told) {
        return of(event, null, null, told.at(), told.reason());
    }

    static ProgrammeMessage whenConcluded(Event event, EventConcluded told) {
        return of(event, null, null, event.details().times().endsAtInstant(), null);
    }

    private static ProgrammeMessage of(
            Event event,
            @Nullable List<Aspect> changed,
            @Nullable Boolean quietly,
            @Nullable Instant at,
            @Nullable String reason) {
        var details = event.details();
        var times = details.times();
        return new ProgrammeMessage(
                event.id(),
                event.region(),
                details.kind(),
                times.startsAtInstant(),
                times.endsAtInstant(),
                times.zone(),
                details.places(),
                event.sequence(),
                PublishedFacts.of(event),
                changed,
                quietly,
                at,
                reason);
    }
}
