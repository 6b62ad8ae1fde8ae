package org.natter.event.region;

import java.util.List;
import java.util.Optional;

/** All regions of the network. A region that was added is found by the next call. */
public interface Regions {

    /** Keeps the region unless its id is known; answers the one that is kept, whichever came first. */
    Region addUnlessKnown(Region region);

    /** Keeps what a region is now; false if there is none of this id. */
    boolean replace(Region region);

    Optional<Region> find(RegionId id);

    /** All regions by name. */
    List<Region> all();
}
