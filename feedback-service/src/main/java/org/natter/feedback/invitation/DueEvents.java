package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * For each event the next moment at which something may be due.
 *
 * <p>Looking too often does no harm; news that come while an event is attended to have it looked at once more.
 */
public interface DueEvents {

    /** Something was told about this event: look at it soon. */
    void lookAt(EventId event);

    /** Up to a hundred events whose moment has come, apart from these, earliest first. */
    List<EventId> due(Instant now, Set<EventId> apart);

    /**
     * Does what is due for one event and puts it down for the moment that this gives, for good if there is none. Nothing
     * happens if the event is not due or somebody else attends to it; if the work fails it comes back by itself.
     */
    void attend(EventId event, Instant now, Supplier<Optional<Instant>> work);
}
