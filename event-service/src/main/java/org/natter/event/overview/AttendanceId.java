package org.natter.event.overview;

import org.natter.ids.HexId;

/** One person at one event, known here only by this id. */
public record AttendanceId(String value) {

    public AttendanceId {
        HexId.require(value);
    }
}
