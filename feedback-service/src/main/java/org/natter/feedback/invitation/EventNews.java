package org.natter.feedback.invitation;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What we read of any message about an event: whose it is and when it ends.
 *
 * <p>Complete in itself: the newest message alone says all we need.
 */
public record EventNews(EventId event, RegionId region, Instant endsAt, ZoneId zone) {

    public Gathering gathering(EventStanding standing) {
        return new Gathering(region, endsAt, zone, standing);
    }
}
