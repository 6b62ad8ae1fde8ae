package org.natter.event.programme;

import org.natter.ids.HexId;

/** Identifies an event. */
public record EventId(String value) {

    public EventId {
        HexId.require(value);
    }
}
