package org.natter.event.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.event.programme.EventId;

/**
 * How one event stands, as far as messages have told. All figures are numbers of attendances, none is negative.
 *
 * @param booked have a place they booked; neither walk-ins nor those offered one
 * @param waiting wait and hold no offer
 * @param offered hold an offer that is neither accepted nor over
 * @param here were checked in and not undone, walk-ins included
 * @param walkIns those of them whose place was given at the door
 * @param asOf when the newest message that is counted here was said; null before the first
 */
public record EventOverview(
        EventId event,
        int booked,
        int waiting,
        int offered,
        int here,
        int walkIns,
        @Nullable Instant asOf) {

    /** What is known before the first message. */
    public static EventOverview nothingYet(EventId event) {
        return new EventOverview(event, 0, 0, 0, 0, 0, null);
    }
}
