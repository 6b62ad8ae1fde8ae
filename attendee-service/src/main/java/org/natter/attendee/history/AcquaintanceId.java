package org.natter.attendee.history;

import org.natter.ids.HexId;

/**
 * Somebody in one person's own history: the attendance or label under which they stand there, or what the owner added by
 * hand. Always 32 lower-case hex characters; means nothing in anybody else's history.
 */
public record AcquaintanceId(String value) {
    public AcquaintanceId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
