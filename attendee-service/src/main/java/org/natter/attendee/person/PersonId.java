package org.natter.attendee.person;

import org.natter.ids.HexId;

/** One person; known to this service alone, never in a message. Always 32 lower-case hex characters (128 bits), so safe as a field name in a document. */
public record PersonId(String value) {
    public PersonId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
