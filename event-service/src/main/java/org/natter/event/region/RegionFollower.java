package org.natter.event.region;

/** Whatever carries a region's name along, and has to hear when it changes. */
@FunctionalInterface
public interface RegionFollower {

    /** The region is called this now; hearing it twice is hearing it once. */
    void follow(Region region);
}
