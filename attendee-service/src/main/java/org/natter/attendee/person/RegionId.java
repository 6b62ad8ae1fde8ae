package org.natter.attendee.person;

import org.natter.ids.HexId;

/** One region of the network, as event-service numbers it. Always 32 lower-case hex characters (128 bits), so safe as a field name in a document. */
public record RegionId(String value) {
    public RegionId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
