package org.natter.feedback.invitation;

import java.time.Instant;
import java.time.ZoneId;

/**
 * An event as far as asking about it goes.
 *
 * <p>Replaced as a whole by each newer message about the event.
 */
public record Gathering(RegionId region, Instant endsAt, ZoneId zone, EventStanding standing) {

    public Deadlines deadlines() {
        return new Deadlines(endsAt, zone);
    }

    public boolean calledOff() {
        return standing == EventStanding.CALLED_OFF;
    }

    public boolean over() {
        return standing == EventStanding.OVER;
    }
}
