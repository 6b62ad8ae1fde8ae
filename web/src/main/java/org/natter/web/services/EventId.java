package org.natter.web.services;

import org.natter.ids.HexId;

/** One event. */
public record EventId(String value) {

    public EventId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
