package org.natter.web.services;

import org.natter.ids.HexId;

/** Somebody's own words for a person who is not on the roster. */
public record LabelId(String value) {

    public LabelId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
