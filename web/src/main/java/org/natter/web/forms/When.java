package org.natter.web.forms;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people write them: Thursday 12 March 2026, 6:30pm. */
public final class When {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private When() {}

    /** Thursday 12 March 2026, 6:30pm to 9pm; the second day is named if it is another. */
    public static String fromTo(LocalDateTime from, LocalDateTime to) {
        var end = from.toLocalDate().equals(to.toLocalDate())
                ? time(to.toLocalTime())
                : DAY.format(to) + ", " + time(to.toLocalTime());
        return at(from) + " to " + end;
    }

    /** Thursday 12 March 2026, 6:30pm. */
    public static String at(LocalDateTime when) {
        return DAY.format(when) + ", " + time(when.toLocalTime());
    }

    /** Thursday 12 March. */
    public static String day(LocalDateTime when) {
        return SHORT_DAY.format(when);
    }

    /** Thursday 12 March, in that zone. */
    public static String day(Instant instant, ZoneId zone) {
        return SHORT_DAY.format(instant.atZone(zone));
    }

    /** 6:41pm, in that zone. */
    public static String time(Instant instant, ZoneId zone) {
        return time(instant.atZone(zone).toLocalTime());
    }

    /** Thursday 12 March, 6:41pm, in that zone. */
    public static String dayAndTime(Instant instant, ZoneId zone) {
        return day(instant, zone) + ", " + time(instant, zone);
    }

    private static String time(LocalTime time) {
        var hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        var minutes = time.getMinute() == 0 ? "" : String.format(Locale.UK, ":%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }
}
