package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** This attendance has a place, booked before or given at the door. */
public record AttendanceBooked(AttendanceId attendance, EventId event) {

    public AttendanceBooked {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
