package org.natter.attendee.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.natter.attendee.person.EventId;

/** Counts across events, one aggregate an event, each settled once. */
public interface CountBook {

    /** Settles an event's counts; nothing happens if they were settled before. */
    void freeze(FrozenCounts counts);

    /** Some events that ended in this time and are not settled, apart from these, earliest first. */
    List<EventId> unsettled(Instant from, Instant until, Set<EventId> apart);
}
