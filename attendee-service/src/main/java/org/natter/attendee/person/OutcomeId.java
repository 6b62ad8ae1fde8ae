package org.natter.attendee.person;

import org.natter.ids.HexId;

/** One thing that came of it, drawn by whoever tells it. Always 32 lower-case hex characters. */
public record OutcomeId(String value) {
    public OutcomeId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
