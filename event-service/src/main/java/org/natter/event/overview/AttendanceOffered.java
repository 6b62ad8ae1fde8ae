package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** A place is held for this attendance until it says yes or the offer ends. */
public record AttendanceOffered(AttendanceId attendance, EventId event) {

    public AttendanceOffered {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
