package org.natter.web.account;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When a door link works: on one day of its event, by the clocks of the place, from two hours before the day begins to
 * midnight, and for three hours after the end however late that is.
 */
public record DoorDay(Instant from, Instant until, ZoneId zone) {

    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofHours(3);

    /** What ends, or is done, before five in the morning belongs to the evening before. */
    private static final Duration SMALL_HOURS = Duration.ofHours(5);

    /** Today, if it is one of the event's days; else the first, or the last once all are over. */
    public static DoorDay of(Instant start, Instant end, ZoneId zone, Instant now) {
        var first = LocalDate.ofInstant(start, zone);
        var last = latest(first, LocalDate.ofInstant(end.minus(SMALL_HOURS), zone));
        var today = LocalDate.ofInstant(now.minus(SMALL_HOURS), zone);
        var day = today.isAfter(last) ? last : latest(first, today);
        var opening = LocalDateTime.ofInstant(start.minus(BEFORE), zone).plusDays(ChronoUnit.DAYS.between(first, day));
        var midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        var late = end.plus(AFTER);
        return new DoorDay(
                opening.atZone(zone).toInstant(), day.equals(last) && late.isAfter(midnight) ? late : midnight, zone);
    }

    /** Whether the door is closed again. */
    public boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** Whether the door is open. */
    public boolean isOn(Instant now) {
        return !isToCome(now) && !isOver(now);
    }

    /** Whether the door is not open yet. */
    boolean isToCome(Instant now) {
        return from.isAfter(now);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
