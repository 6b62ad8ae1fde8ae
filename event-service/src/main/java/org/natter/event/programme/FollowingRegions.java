package org.natter.event.programme;

import org.natter.event.region.Region;
import org.natter.event.region.RegionFollower;
import org.natter.event.region.RegionScope;

/** Has a region's drafts and coming events call it as it calls itself; what has been keeps the name people came under. */
public final class FollowingRegions implements RegionFollower {

    private final Events events;

    public FollowingRegions(Events events) {
        this.events = events;
    }

    @Override
    public void follow(Region region) {
        var scope = RegionScope.of(region.id());
        for (var event : events.inRegion(region.id())) {
            if (!event.follow(region).isEmpty()) {
                changeUnlessGone(event.id(), scope, region);
            }
        }
    }

    private void changeUnlessGone(EventId event, RegionScope scope, Region region) {
        if (events.find(event, scope).isPresent()) {
            events.change(event, scope, found -> found.follow(region));
        }
    }
}
