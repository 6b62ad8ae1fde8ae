package org.natter.web.services;

import org.natter.ids.HexId;

/** A region of the network. */
public record RegionId(String value) {

    public RegionId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
