package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** This attendance waits for a place. */
public record AttendanceWaitlisted(AttendanceId attendance, EventId event) {

    public AttendanceWaitlisted {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
