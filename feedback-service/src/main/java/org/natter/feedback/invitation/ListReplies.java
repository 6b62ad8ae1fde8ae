package org.natter.feedback.invitation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What organisers said when they were asked "Was the list complete?"
 *
 * <p>The first reply about an event stays.
 */
public interface ListReplies {

    /** Whether it was complete; empty if nobody has said. */
    Optional<Boolean> find(EventId event);

    /** Those of these events of whose lists somebody has said that they were complete. */
    Set<EventId> saidComplete(Collection<EventId> among);

    void keep(EventId event, boolean complete);
}
