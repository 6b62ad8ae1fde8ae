package org.natter.web.account;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When a door link works: on one day of its event, by the clocks of the place, to midnight, and on the last for three hours
 * after the end however late that is. The first day opens two hours before the event begins; on every later one people have
 * been about since the morning, so it opens at six, or at the hour of the first if that is earlier.
 */
public record DoorDay(Instant from, Instant until, ZoneId zone) {

    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofHours(3);

    /** What ends by then belongs to the evening before, and on later days people come in from then on. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    /** Today, if it is one of the event's days; else the first, or the last once all are over. */
    public static DoorDay of(Instant start, Instant end, ZoneId zone, Instant now) {
        var first = LocalDate.ofInstant(start, zone);
        var last = latest(first, lastMorning(LocalDateTime.ofInstant(end, zone)));
        var today = LocalDate.ofInstant(now, zone);
        var day = today.isAfter(last) ? last : latest(first, today);
        var midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        var late = end.plus(AFTER);
        return new DoorDay(
                opening(LocalDateTime.ofInstant(start.minus(BEFORE), zone), first, day)
                        .atZone(zone)
                        .toInstant(),
                day.equals(last) && late.isAfter(midnight) ? late : midnight,
                zone);
    }

    /** The last day in whose morning the event is not over. */
    private static LocalDate lastMorning(LocalDateTime end) {
        return end.toLocalTime().isAfter(MORNING)
                ? end.toLocalDate()
                : end.toLocalDate().minusDays(1);
    }

    private static LocalDateTime opening(LocalDateTime onTheFirst, LocalDate first, LocalDate day) {
        var sameHour = onTheFirst.plusDays(ChronoUnit.DAYS.between(first, day));
        var morning = day.atTime(MORNING);
        return day.equals(first) || sameHour.isBefore(morning) ? sameHour : morning;
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
