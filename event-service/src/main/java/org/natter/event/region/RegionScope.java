package org.natter.event.region;

import org.jspecify.annotations.Nullable;

/** The regions a caller may act in: one of them, or all. What lies outside does not exist for the caller. */
public record RegionScope(@Nullable RegionId only) {

    public static RegionScope everywhere() {
        return new RegionScope(null);
    }

    public static RegionScope of(RegionId region) {
        return new RegionScope(region);
    }

    public boolean covers(RegionId region) {
        return only == null || only.equals(region);
    }
}
