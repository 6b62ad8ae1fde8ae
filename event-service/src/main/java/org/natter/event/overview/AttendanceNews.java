package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** Something was told about this attendance; what, the name of the method that takes it says. */
public record AttendanceNews(AttendanceId attendance, EventId event) {

    public AttendanceNews {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
