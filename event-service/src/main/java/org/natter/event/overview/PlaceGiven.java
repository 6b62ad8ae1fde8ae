package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/**
 * This attendance has a place.
 *
 * @param walkIn whether it was given at the door
 */
public record PlaceGiven(AttendanceId attendance, EventId event, boolean walkIn) {

    public PlaceGiven {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
