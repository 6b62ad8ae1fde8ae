package org.natter.times;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Days and times as people in Britain say them, by the clocks of one place: {@code Thursday 12 March 2026, 6:30pm}.
 *
 * <p>Guarantee: a time never stands for another than is meant. Where the reader's clock shows another time at that moment,
 * the place is named: {@code 6:30pm (Paris time)}; where a clock shows it twice that day, which one is said: {@code 1:30am,
 * after the clocks go back}. Nor does a day: said without its year it is one of this year.
 *
 * @param zone the place whose clocks are read
 * @param reader where the reader's clock stands
 */
public record SpokenTime(ZoneId zone, ZoneId reader) {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    /** What ends before this belongs to the day before. */
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);

    private static final DateTimeFormatter LONG_DAY = british("EEEE d MMMM uuuu");
    private static final DateTimeFormatter DAY = british("EEEE d MMMM");
    private static final DateTimeFormatter DAY_OF_MONTH = british("EEEE d");
    private static final DateTimeFormatter SHORT_DAY = british("d MMMM");
    private static final DateTimeFormatter SHORT_DAY_AND_YEAR = british("d MMMM uuuu");
    private static final DateTimeFormatter MONTH = british("MMMM uuuu");

    /** By the clocks of a place, for readers who are there. */
    public static SpokenTime in(ZoneId zone) {
        return new SpokenTime(zone, zone);
    }

    /** By the clocks of a place, for readers in Britain. */
    public static SpokenTime readInBritain(ZoneId zone) {
        return new SpokenTime(zone, BRITAIN);
    }

    /** The same, for somebody who reads it by other clocks. */
    public SpokenTime readIn(ZoneId other) {
        return new SpokenTime(zone, other);
    }

    /** {@code 6:30pm}, {@code 7pm}, {@code midday}, {@code midnight}. */
    public String time(Instant moment) {
        return onTheClock(there(moment).toLocalTime()) + whichOfTwo(moment) + place(moment);
    }

    /** The same, of a time on no clock in particular. */
    public static String time(LocalTime time) {
        return onTheClock(time);
    }

    /** {@code Thursday 12 March 2026}. */
    public String longDay(Instant moment) {
        return longDay(there(moment).toLocalDate());
    }

    /** {@code Friday 13 February}, with its year if that is another than now. */
    public String day(Instant moment, Instant now) {
        return (isThisYear(moment, now) ? DAY : LONG_DAY).format(there(moment));
    }

    /** {@code 12 March}, with its year if that is another than now. */
    public String shortDay(Instant moment, Instant now) {
        return (isThisYear(moment, now) ? SHORT_DAY : SHORT_DAY_AND_YEAR).format(there(moment));
    }

    /** {@code Thursday 12 March, 6:41pm}, with its year if that is another than now. */
    public String dayAndTime(Instant moment, Instant now) {
        return day(moment, now) + ", " + time(moment);
    }

    /** {@code 6:41pm on Thursday 12 March}, with its year if that is another than now. */
    public String timeAndDay(Instant moment, Instant now) {
        return time(moment) + " on " + day(moment, now);
    }

    /** {@code Thursday 12 March 2026, 6:30pm}. */
    public String when(Instant moment) {
        return whenUnplaced(moment) + whichOfTwo(moment) + place(moment);
    }

    /**
     * {@code Thursday 12 March 2026, 6:30pm}, for a line that has no room for more; of what goes on over several days both
     * ends, as {@link #fromTo} says them. A night that ends before five in the morning is no second day.
     */
    public String when(Instant from, Instant to) {
        return isOfSeveralDays(from, to) ? fromTo(from, to) : when(from);
    }

    /** {@code Thursday 12 March 2026}, or {@code Saturday 14 to Sunday 15 March 2026} of what goes on over several days. */
    public String longDays(Instant from, Instant to) {
        if (!isOfSeveralDays(from, to)) {
            return longDay(from);
        }
        return first(from, to) + " to " + longDay(lastDay(to));
    }

    /** The same without the year, unless that is another than now. */
    public String days(Instant from, Instant to, Instant now) {
        if (!isOfSeveralDays(from, to)) {
            return day(from, now);
        }
        var last = lastDay(to);
        return first(from, to) + " to " + (last.getYear() == there(now).getYear() ? DAY : LONG_DAY).format(last);
    }

    /** Whether there is more than one day in it; a night that ends before five in the morning is none of its own. */
    public boolean isOfSeveralDays(Instant from, Instant to) {
        return lastDay(to).isAfter(there(from).toLocalDate());
    }

    /** {@code Thursday 12 March 2026, 6:30pm to 9pm}; the second day is named if it is another. */
    public String fromTo(Instant from, Instant to) {
        var sameDay = there(from).toLocalDate().equals(there(to).toLocalDate());
        var end = sameDay ? onTheClock(there(to).toLocalTime()) : whenUnplaced(to);
        var which = whichOfTwo(from);
        return whenUnplaced(from) + which + (which.isEmpty() ? " to " : ", to ") + end + whichOfTwo(to) + place(from);
    }

    /** {@code 2:15pm today}, {@code 2:15pm tomorrow}, {@code 10am on Saturday 17 October}: an end, seen from now. */
    public String until(Instant end, Instant now) {
        var then = there(end).toLocalDate();
        var today = there(now).toLocalDate();
        var day = then.equals(today) ? "today" : then.equals(today.plusDays(1)) ? "tomorrow" : "on " + day(end, now);
        return time(end) + " " + day;
    }

    /** {@code Thursday 12 March 2026}. */
    public static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** {@code March 2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** The first of several days, with what its last does not say for both. */
    private String first(Instant from, Instant to) {
        var first = there(from).toLocalDate();
        var last = lastDay(to);
        var sameYear = first.getYear() == last.getYear();
        return (sameYear && first.getMonth() == last.getMonth() ? DAY_OF_MONTH : sameYear ? DAY : LONG_DAY)
                .format(first);
    }

    private LocalDate lastDay(Instant to) {
        var end = there(to);
        return end.toLocalTime().isBefore(NIGHT_ENDS) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
    }

    private boolean isThisYear(Instant moment, Instant now) {
        return there(moment).getYear() == there(now).getYear();
    }

    private LocalDateTime there(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private String whenUnplaced(Instant moment) {
        return longDay(moment) + ", " + onTheClock(there(moment).toLocalTime());
    }

    private static String onTheClock(LocalTime time) {
        var hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        if (time.getMinute() == 0 && hour == 12) {
            return time.getHour() == 0 ? "midnight" : "midday";
        }
        var minutes = time.getMinute() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }

    private String place(Instant moment) {
        if (zone.getRules().getOffset(moment).equals(reader.getRules().getOffset(moment))) {
            return "";
        }
        var id = zone.getId();
        return " (" + id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time)";
    }

    /** Which of two equal times on the night the clocks go back; empty for one that comes once. */
    private String whichOfTwo(Instant moment) {
        var change = zone.getRules().getTransition(there(moment));
        if (change == null || !change.isOverlap()) {
            return "";
        }
        return moment.isBefore(change.getInstant()) ? ", before the clocks go back" : ", after the clocks go back";
    }

    private static DateTimeFormatter british(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }
}
