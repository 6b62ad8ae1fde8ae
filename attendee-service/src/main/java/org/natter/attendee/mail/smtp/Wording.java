package org.natter.attendee.mail.smtp;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Dates, times and counts as people say them in Britain, and text that can harm no header. */
final class Wording {

    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Wording() {}

    /** {@code Thursday 12 March 2026} */
    static String longDate(Instant moment, ZoneId zone) {
        return LONG_DATE.format(moment.atZone(zone));
    }

    /** {@code 12 March} */
    static String shortDate(Instant moment, ZoneId zone) {
        return SHORT_DATE.format(moment.atZone(zone));
    }

    /** {@code 6:30pm}, {@code 7pm} */
    static String time(Instant moment, ZoneId zone) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = time.getMinute() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }

    /** {@code 2:15pm tomorrow}, {@code 2:15pm on Saturday 17 October} */
    static String until(Instant moment, Instant now, ZoneId zone) {
        ZonedDateTime then = moment.atZone(zone);
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), then.toLocalDate());
        String day = days == 0 ? "today" : days == 1 ? "tomorrow" : "on " + DAY.format(then);
        return time(moment, zone) + " " + day;
    }

    /** {@code third}, {@code 21st} */
    static String ordinal(int position) {
        if (position >= 1 && position <= ORDINALS.size()) {
            return ORDINALS.get(position - 1);
        }
        boolean teen = position % 100 >= 11 && position % 100 <= 13;
        int last = teen ? 0 : position % 10;
        return position + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }

    /** One line without control characters, direction marks or anything a mail program would decode. */
    static String plain(String text) {
        return text.replaceAll("\\R", " ")
                .replaceAll("[\\p{Cntrl}\\u200B-\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .replace("=?", "= ?")
                .strip();
    }

    /** The first word of a name. */
    static String firstName(String name) {
        String plain = plain(name);
        int blank = plain.indexOf(' ');
        return blank < 0 ? plain : plain.substring(0, blank);
    }

    /** At most so many characters, the last an ellipsis if something had to go. */
    static String shortened(String text, int atMost) {
        return text.length() <= atMost
                ? text
                : text.substring(0, Math.max(0, atMost - 1)).strip() + "…";
    }
}
