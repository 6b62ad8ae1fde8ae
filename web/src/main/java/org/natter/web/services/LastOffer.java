package org.natter.web.services;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when attendee-service offers a free place by mail: it keeps an offer for half an hour at least and ends it two hours
 * before the start. Later than that a free place is one at the door, and nobody is promised a mail.
 */
public final class LastOffer {

    private static final Duration BEFORE_START = Duration.ofMinutes(150);

    private LastOffer() {}

    /** Whether nobody is offered anything any more for what starts then. */
    public static boolean isOver(Instant startsAt, Instant now) {
        return startsAt.minus(BEFORE_START).isBefore(now);
    }
}
