package org.natter.event.region;

/** What can be wrong with a region that somebody typed in; each has one sentence in the REST edge. */
public enum RegionFlaw {
    NAME_MISSING,
    NAME_TOO_LONG,
    ZONE_UNKNOWN
}
