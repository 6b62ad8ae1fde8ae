package org.natter.event.region;

import org.natter.ids.HexId;

/** Identifies a region. */
public record RegionId(String value) {

    public RegionId {
        HexId.require(value);
    }
}
