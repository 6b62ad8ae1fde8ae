package org.natter.web.services;

import org.natter.ids.HexId;

/** Somebody met, within one person's own history; means nothing to anybody else. */
public record AcquaintanceId(String value) {

    public AcquaintanceId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
