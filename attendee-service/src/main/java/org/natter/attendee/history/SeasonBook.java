package org.natter.attendee.history;

import java.util.Optional;
import org.natter.attendee.person.RegionId;

/** What spans the events of a region's year, one aggregate a region and year, each settled once. */
public interface SeasonBook {

    /** Settles a year's counts; nothing happens if they were settled before. */
    void settle(SeasonCounts counts);

    Optional<SeasonCounts> find(RegionId region, int year);
}
