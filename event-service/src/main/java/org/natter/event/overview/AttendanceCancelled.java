package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** This attendance has no place and waits for none. */
public record AttendanceCancelled(AttendanceId attendance, EventId event) {

    public AttendanceCancelled {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
