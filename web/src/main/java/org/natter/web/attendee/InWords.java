package org.natter.web.attendee;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Dates, times and small numbers as people say them, in British English: "Thursday 15 October 2026, 6:30pm". */
public final class InWords {

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> ORDINALS = List.of(
            "next", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private InWords() {}

    /** "Thursday 15 October 2026, 6:30pm". */
    public static String when(LocalDateTime time) {
        return day(time.toLocalDate()) + ", " + time(time.toLocalTime());
    }

    /** "Thursday 15 October 2026". */
    public static String day(LocalDate day) {
        return weekday(day) + " " + shortDay(day) + " " + day.getYear();
    }

    /** "15 October". */
    public static String shortDay(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day.getMonthValue());
    }

    /** "Thursday". */
    public static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /** "October", from 1 to 12. */
    public static String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /** "6:30pm", "7pm", "midnight", "midday". */
    public static String time(LocalTime time) {
        if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
            return time.getHour() == 0 ? "midnight" : "midday";
        }
        var hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        var minutes = time.getMinute() == 0 ? "" : ":" + String.format(Locale.ROOT, "%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }

    /** "2:15pm tomorrow", "10am on Saturday 17 October", seen from the clock's now. */
    public static String until(Instant end, ZoneId zone, Clock clock) {
        var there = end.atZone(zone);
        var today = clock.instant().atZone(zone).toLocalDate();
        var time = time(there.toLocalTime());
        if (there.toLocalDate().equals(today)) {
            return time + " today";
        }
        return there.toLocalDate().equals(today.plusDays(1))
                ? time + " tomorrow"
                : time + " on " + weekday(there.toLocalDate()) + " " + shortDay(there.toLocalDate());
    }

    /** "three", from 0 to 12, digits beyond. */
    public static String number(int number) {
        return number >= 0 && number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number);
    }

    /** "third", from 1 to 10, "number 11" beyond. */
    public static String ordinal(int number) {
        return number > 0 && number < ORDINALS.size() ? ORDINALS.get(number) : "number " + number;
    }

    /** The same, as a sentence begins. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
