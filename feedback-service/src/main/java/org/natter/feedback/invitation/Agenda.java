package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * For each event the next moment at which something may be due.
 *
 * <p>An entry is claimed by compare-and-set and comes back by itself if its claimant dies. Looking too often does no
 * harm; an entry that is asked for while it is claimed is looked at once more.
 */
public interface Agenda {

    /** Something was told about this event: look at it soon. */
    void lookAt(EventId event);

    /** Up to a hundred events whose moment has come, earliest first. */
    List<EventId> due(Instant now);

    /** Takes one event for half a minute; empty if another instance was quicker or nothing is due any more. */
    Optional<Claim> claim(EventId event, Instant now);

    /** Puts the event down for its next moment, for good if there is none; nothing happens if it changed meanwhile. */
    void finish(Claim claim, Optional<Instant> next);

    /** One event taken for a short while, with the mark that proves it. */
    record Claim(EventId event, String mark) {}
}
