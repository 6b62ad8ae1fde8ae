package org.natter.event.region;

/** Gives regions another name or zone. What follows is done again with each repeat, so a crash between loses nothing. */
public final class ChangingRegions {

    private final Regions regions;
    private final RegionFollower follower;

    public ChangingRegions(Regions regions, RegionFollower follower) {
        this.regions = regions;
        this.follower = follower;
    }

    /** @throws UnknownRegion if there is none of this id */
    public Region change(Region region) {
        if (!regions.replace(region)) {
            throw UnknownRegion.withId(region.id());
        }
        follower.follow(region);
        return region;
    }
}
