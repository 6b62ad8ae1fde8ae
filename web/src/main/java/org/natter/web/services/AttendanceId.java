package org.natter.web.services;

import org.natter.ids.HexId;

/** One person at one event; never shown on a page. */
public record AttendanceId(String value) {

    public AttendanceId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
