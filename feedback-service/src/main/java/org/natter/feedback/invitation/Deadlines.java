package org.natter.feedback.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The moments that follow from an event's end, all on the wall clock of the event's own zone.
 *
 * <p>Pure arithmetic: the same end and zone give the same moments, also when the clocks change in between. Day 0 is the
 * local day on which the event ended; what ends before five in the morning belongs to the evening before.
 */
public record Deadlines(Instant endsAt, ZoneId zone) {

    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final int REMINDER_DAY = 5;
    private static final int LAST_DAY_TO_WRITE = 14;
    private static final int REPORT_DAY = 21;
    private static final int LAST_DAY_TO_READ = 60;
    private static final int FOLLOW_UP_DAYS = 30;

    /** Calendar months after the event at which what came of it is asked, in order. */
    public static final List<Integer> FOLLOW_UP_MONTHS = List.of(3, 9);

    /** Day 1, 10:00. */
    public Instant asksAt() {
        return at(lastDay().plusDays(1), MORNING);
    }

    /** Day 2, 10:00: a question about the list that nobody has answered is taken for a no. */
    public Instant listTakenAsNoAt() {
        return at(lastDay().plusDays(2), MORNING);
    }

    /** Day 5, 10:00. */
    public Instant remindsAt() {
        return at(lastDay().plusDays(REMINDER_DAY), MORNING);
    }

    /** Day 14, 23:59: the last minute in which an answer can be written. */
    public Instant closesAt() {
        return at(lastDay().plusDays(LAST_DAY_TO_WRITE), LAST_MINUTE);
    }

    /** Day 21, 10:00: what was said of the event is settled, once and for good. */
    public Instant reportsAt() {
        return at(lastDay().plusDays(REPORT_DAY), MORNING);
    }

    /** Day 60, 23:59: the last minute in which an answer can be read by its link. */
    public Instant readableUntil() {
        return at(lastDay().plusDays(LAST_DAY_TO_READ), LAST_MINUTE);
    }

    /** So many calendar months after day 0, 10:00; the last day of a shorter month stands in for a missing one. */
    public Instant followUpAt(int months) {
        return at(lastDay().plusMonths(months), MORNING);
    }

    /** 30 days after {@link #followUpAt}, 10:00. */
    public Instant followUpClosesAt(int months) {
        return at(lastDay().plusMonths(months).plusDays(FOLLOW_UP_DAYS), MORNING);
    }

    /** When the last follow-up closes: nothing is asked about the event from then on. */
    public Instant lastFollowUpClosesAt() {
        return followUpClosesAt(FOLLOW_UP_MONTHS.get(FOLLOW_UP_MONTHS.size() - 1));
    }

    /** Day 0. */
    public LocalDate lastDay() {
        var end = endsAt.atZone(zone);
        return end.toLocalTime().isBefore(NIGHT_ENDS) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }
}
