package org.natter.attendee.person;

import org.natter.ids.HexId;

/** One label: somebody's own words for a person who is not on the list. Always 32 lower-case hex characters. */
public record LabelId(String value) {
    public LabelId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
