package org.natter.attendee.checkin;

import org.natter.ids.HexId;

/** One press at the door, named by the phone that was pressed; 32 lower-case hex characters. */
public record CheckInId(String value) {

    public CheckInId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
