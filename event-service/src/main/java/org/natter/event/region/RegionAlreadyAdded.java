package org.natter.event.region;

/** The same creation key was used before, for a region with another name or zone. */
public final class RegionAlreadyAdded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RegionAlreadyAdded(String message) {
        super(message);
    }

    static RegionAlreadyAdded withId(RegionId id) {
        return new RegionAlreadyAdded("Region " + id.value() + " was added with other content");
    }
}
