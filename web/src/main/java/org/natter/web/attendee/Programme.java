package org.natter.web.attendee;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What event-service tells everybody about events. Throws {@link OutOfReach} when it cannot be asked. */
public interface Programme {

    /** The region's published, called-off and concluded events; those to come first, nearest first. */
    List<PublicEvent> all();

    /** One event, or nothing if the public may not see such an event. */
    Optional<PublicEvent> find(EventId event);

    /** Published facts alone; times are the venue's own wall time. */
    record PublicEvent(
            EventId event,
            String title,
            String description,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            ZoneId zone,
            Status status,
            Venue venue,
            int places,
            String reason) {

        /** When it begins, on every clock. */
        public Instant beginning() {
            return startsAt.atZone(zone).toInstant();
        }

        /** Whether it is over at this instant, whatever the status says yet. */
        public boolean isOver(Instant now) {
            return status == Status.CONCLUDED
                    || !endsAt.atZone(zone).toInstant().isAfter(now);
        }

        public boolean isCalledOff() {
            return status == Status.CANCELLED;
        }
    }

    /** What the public may learn of an event's life. */
    enum Status {
        PUBLISHED,
        CANCELLED,
        CONCLUDED
    }

    /** Where it is and what to expect there; an empty text means not known. */
    record Venue(
            String name,
            String address,
            String stepFree,
            String toilets,
            String hearingLoop,
            String quietCorner,
            String alcoholFree,
            String nearestStop,
            String findUs) {}
}
