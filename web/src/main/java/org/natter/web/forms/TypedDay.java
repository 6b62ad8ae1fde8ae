package org.natter.web.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A day as somebody types it, where their browser has no calendar to choose it from: 20 May 2026, 20/5/2026, 2026-05-20. */
public final class TypedDay {

    private static final List<DateTimeFormatter> DAYS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, day("d/M/uuuu"), day("d MMMM uuuu"), day("d MMM uuuu"));

    /** Those of four digits that a calendar of today has; beyond them no service reads a day. */
    private static final ValueRange YEARS = ValueRange.of(1583, 9999);

    private TypedDay() {}

    private static DateTimeFormatter day(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The day, if it can be read. Short months as everybody writes them, Java's British "Sept" and the usual "Sep" alike. */
    public static Optional<LocalDate> read(String typed) {
        var plain = typed.strip().replaceAll("\\s+", " ").replaceAll("(?i)\\bsep\\b", "Sept");
        return DAYS.stream().flatMap(format -> read(plain, format).stream()).findFirst();
    }

    private static Optional<LocalDate> read(String plain, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(plain, format)).filter(day -> YEARS.isValidIntValue(day.getYear()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** As a service takes it; what cannot be read as it was typed, for the service to refuse. */
    public static String sent(String typed) {
        return read(typed).map(LocalDate::toString).orElse(typed);
    }

    /** The type of the box it comes back in: one for dates would drop what it cannot show. */
    public static String box(String typed) {
        return typed.isEmpty()
                        || read(typed)
                                .map(LocalDate::toString)
                                .filter(typed::equals)
                                .isPresent()
                ? "date"
                : "text";
    }
}
