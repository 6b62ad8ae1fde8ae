package org.natter.event.programme;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** Something that happened to an event. Each carries the event as it stands afterwards, so applying it is taking it. */
public sealed interface EventDomainEvent {

    /** The event after this happened. */
    Event event();

    /** A first draft was written. Private. */
    record EventPlanned(Event event) implements EventDomainEvent {
        public EventPlanned {
            Objects.requireNonNull(event);
        }
    }

    /** A draft was rewritten. Private. */
    record DraftRevised(Event event) implements EventDomainEvent {
        public DraftRevised {
            Objects.requireNonNull(event);
        }
    }

    /** The public may see and book it. */
    record EventPublished(Event event) implements EventDomainEvent {
        public EventPublished {
            Objects.requireNonNull(event);
        }
    }

    /** What the public read has changed; {@code changed} says in what, and is never empty. */
    record EventChanged(Event event, Set<Aspect> changed) implements EventDomainEvent {
        public EventChanged {
            Objects.requireNonNull(event);
            changed = Set.copyOf(changed);
        }
    }

    /** It was called off, for the reason that the event now carries. */
    record EventCancelled(Event event, Instant at) implements EventDomainEvent {
        public EventCancelled {
            Objects.requireNonNull(event);
            Objects.requireNonNull(at);
        }
    }

    /** It is over, since the moment it was to end. */
    record EventConcluded(Event event) implements EventDomainEvent {
        public EventConcluded {
            Objects.requireNonNull(event);
        }
    }
}
