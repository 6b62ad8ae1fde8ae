package org.natter.web.services;

import org.natter.ids.HexId;

/** A signed-in person; known by name to attendee-service alone. */
public record PersonId(String value) {

    public PersonId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
