package org.natter.event.programme;

import java.time.Instant;
import java.util.Set;

/** What can happen to an event; each says what it changes. */
public sealed interface EventDomainEvent {

    /** Which event it happened to. */
    EventId event();

    /** The event after this happened, given how it was before. */
    Event applyTo(Event before);

    /** A first draft was written. Private. */
    record EventPlanned(Event draft) implements EventDomainEvent {

        @Override
        public EventId event() {
            return draft.id();
        }

        @Override
        public Event applyTo(Event before) {
            return draft;
        }
    }

    /** A draft was rewritten. Private. */
    record DraftRevised(EventId event, EventDetails details) implements EventDomainEvent {

        @Override
        public Event applyTo(Event before) {
            return before.saying(details, 0);
        }
    }

    /** The public may see and book it. */
    record EventPublished(EventId event) implements EventDomainEvent {

        @Override
        public Event applyTo(Event before) {
            return before.standing(EventStatus.PUBLISHED);
        }
    }

    /**
     * What the public read has changed.
     *
     * @param changed in what; never empty
     * @param quietly whether nobody booked is to be told of it by mail
     */
    record EventChanged(EventId event, EventDetails details, Set<Aspect> changed, boolean quietly)
            implements EventDomainEvent {
        public EventChanged {
            changed = Set.copyOf(changed);
        }

        @Override
        public Event applyTo(Event before) {
            var moved = changed.contains(Aspect.WHEN) || changed.contains(Aspect.WHERE);
            return before.saying(details, moved ? 1 : 0);
        }
    }

    /** The region of a draft calls itself otherwise. Private. */
    record DraftFollowedRegion(EventId event, String name) implements EventDomainEvent {

        @Override
        public Event applyTo(Event before) {
            return before.of(name);
        }
    }

    /** The region of an event still to come calls itself otherwise. */
    record EventFollowedRegion(EventId event, String name) implements EventDomainEvent {

        @Override
        public Event applyTo(Event before) {
            return before.of(name);
        }
    }

    /** It was called off for a reason, of 1 to 500 characters. */
    record EventCancelled(EventId event, String reason, Instant at) implements EventDomainEvent {

        @Override
        public Event applyTo(Event before) {
            return before.calledOff(reason);
        }
    }

    /** It is over, since the moment it was to end. */
    record EventConcluded(EventId event) implements EventDomainEvent {

        @Override
        public Event applyTo(Event before) {
            return before.standing(EventStatus.CONCLUDED);
        }
    }
}
