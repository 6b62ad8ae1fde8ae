package org.natter.attendee.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When an offer ends: after 24 hours; an end between 20:00 and 09:00 local moves to the next 10:00; in the last 36 hours
 * at most two hours before the start, so that the next in line may still come; never past the start.
 */
final class OfferEnd {

    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LATE = Duration.ofHours(36);
    private static final Duration BEFORE_START = Duration.ofHours(2);
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private OfferEnd() {}

    /** Empty if there is no time left to offer anything. */
    static Optional<Instant> of(Instant now, EventCard card) {
        var awake = awake(now.plus(USUAL).atZone(card.zone()));
        var late = !now.plus(LATE).isBefore(card.startsAt());
        var latest = late ? card.startsAt().minus(BEFORE_START) : card.startsAt();
        var end = awake.isBefore(latest) ? awake : latest;
        return end.isBefore(now.plus(SHORTEST)) ? Optional.empty() : Optional.of(end);
    }

    private static Instant awake(ZonedDateTime end) {
        var time = end.toLocalTime();
        if (!time.isBefore(EVENING)) {
            return end.toLocalDate()
                    .plusDays(1)
                    .atTime(TEN)
                    .atZone(end.getZone())
                    .toInstant();
        }
        return time.isBefore(MORNING)
                ? end.toLocalDate().atTime(TEN).atZone(end.getZone()).toInstant()
                : end.toInstant();
    }
}
