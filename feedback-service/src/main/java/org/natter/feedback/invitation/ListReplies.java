package org.natter.feedback.invitation;

import java.util.Optional;

/**
 * What organisers said when they were asked "Was the list complete?"
 *
 * <p>The first reply about an event stays.
 */
public interface ListReplies {

    /** Whether it was complete; empty if nobody has said. */
    Optional<Boolean> find(EventId event);

    void keep(EventId event, boolean complete);
}
