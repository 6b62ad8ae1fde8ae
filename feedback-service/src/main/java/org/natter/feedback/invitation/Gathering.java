package org.natter.feedback.invitation;

import java.time.Instant;
import java.time.ZoneId;

/**
 * An event as far as asking about it goes.
 *
 * <p>Replaced as a whole by each newer message about the event.
 */
public record Gathering(RegionId region, Instant endsAt, ZoneId zone, Standing standing) {

    public static Gathering of(EventTold told, Standing standing) {
        return new Gathering(told.region(), told.endsAt(), told.zone(), standing);
    }

    public Deadlines deadlines() {
        return new Deadlines(endsAt, zone);
    }

    public boolean isCalledOff() {
        return standing == Standing.CALLED_OFF;
    }

    public boolean isOver() {
        return standing == Standing.OVER;
    }
}
