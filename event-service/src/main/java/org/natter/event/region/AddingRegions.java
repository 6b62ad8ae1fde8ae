package org.natter.event.region;

/** Adds regions to the network. Adding the same region twice is adding it once. */
public final class AddingRegions {

    private final Regions regions;

    public AddingRegions(Regions regions) {
        this.regions = regions;
    }

    /**
     * Adds a region, or finds it added before.
     *
     * @throws RegionAlreadyAdded if the id belongs to a region with another name or zone
     */
    public Region add(Region region) {
        var kept = regions.addUnlessKnown(region);
        if (!kept.equals(region)) {
            throw RegionAlreadyAdded.withId(region.id());
        }
        return kept;
    }
}
