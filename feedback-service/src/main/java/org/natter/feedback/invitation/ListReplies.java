package org.natter.feedback.invitation;

import java.util.Optional;

/**
 * What organisers said when they were asked "Was the list complete?"
 *
 * <p>The first reply about an event stays.
 */
public interface ListReplies {

    /** Whether whoever is not on the list did not come: more than a few are on it, or an organiser has said that it is complete. */
    default boolean makeComplete(Room room) {
        return makeComplete(room.event(), room.list());
    }

    /** The same of a list that stood so. */
    default boolean makeComplete(EventId event, ListStanding list) {
        return switch (list) {
            case NOT_TAKEN -> false;
            case FEW -> find(event).orElse(false);
            case TAKEN -> true;
        };
    }

    /** Whether it was complete; empty if nobody has said. */
    Optional<Boolean> find(EventId event);

    void keep(EventId event, boolean complete);
}
