package org.natter.attendee.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;

/** What spans the events of a region's year, one aggregate a region and year, each settled once. */
public interface SeasonBook {

    /** Settles a year's counts; nothing happens if they were settled before. */
    void settle(SeasonCounts counts);

    Optional<SeasonCounts> find(RegionId region, int year);

    /** Events that ended in this time, earliest first. */
    List<EventId> ended(Instant from, Instant until);

    /** Every event of a region that we heard of. */
    List<EventId> eventsOf(RegionId region);
}
