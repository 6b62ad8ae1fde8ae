package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** The check-in of this attendance was a mistake. */
public record CheckInUndone(AttendanceId attendance, EventId event) {

    public CheckInUndone {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
