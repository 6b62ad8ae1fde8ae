package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** Somebody with this attendance arrived. */
public record AttendanceCheckedIn(AttendanceId attendance, EventId event) {

    public AttendanceCheckedIn {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
