package org.natter.event.region;

/** The regions a caller may act in. What lies outside does not exist for the caller. */
@FunctionalInterface
public interface RegionScope {

    boolean covers(RegionId region);

    static RegionScope everywhere() {
        return region -> true;
    }

    static RegionScope of(RegionId one) {
        return one::equals;
    }

    /** The region, if it is covered. @throws UnknownRegion if not */
    default RegionId require(RegionId region) {
        if (!covers(region)) {
            throw UnknownRegion.withId(region);
        }
        return region;
    }
}
