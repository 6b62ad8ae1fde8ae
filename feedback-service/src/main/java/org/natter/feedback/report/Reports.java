package org.natter.feedback.report;

import java.util.List;
import java.util.Optional;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.RegionId;

/**
 * The reports that were published.
 *
 * <p>Each is written once; a second one of the same event or year is dropped.
 */
public interface Reports {

    Optional<EventReport> find(EventId event);

    void publish(EventReport report);

    /** Of one region, the newest year first. */
    List<SeasonReport> seasons(RegionId region);

    void publish(SeasonReport report);
}
