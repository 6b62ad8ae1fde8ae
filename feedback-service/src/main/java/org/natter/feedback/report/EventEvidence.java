package org.natter.feedback.report;

import java.util.Map;
import java.util.Optional;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.RegionId;

/** What reports read of what was told; {@link EvidenceRows} keeps it. */
public interface EventEvidence {

    /** All that was told of one event; {@link Evidence#none} of one that nothing was told of. */
    Evidence of(EventId event);

    /** The events of a region of which anything was told. */
    Map<EventId, Gathering> eventsOf(RegionId region);

    /** What was counted of a region's year where it is known who is one person; empty before that has come. */
    Optional<SeasonTold> season(RegionId region, int year);
}
