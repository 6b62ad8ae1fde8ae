package org.natter.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** Forms of texts in requests, one for the reader and for the description: what one takes the other names. */
final class Texts {

    private static final String DAY = "("
            + "\\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))"
            + "|(\\d{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)";
    private static final String TIME = "T([01]\\d|2[0-3]):[0-5]\\d";

    /** A moment, in UTC or with an offset that exists. */
    static final String INSTANT = "^" + DAY + TIME + ":[0-5]\\d(\\.\\d{1,9})?(Z|[+-](0\\d|1[0-7]):[0-5]\\d)$";

    /** A time on the wall of some place. */
    static final String WALL_TIME = "^" + DAY + TIME + "(:[0-5]\\d)?$";

    /** A day, as {@code 2026-11-26}. */
    static final String DATE = "^" + DAY + "$";

    /** Names of time zones as they travel: of the tz database, never a bare offset. */
    static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(Pattern.compile("[A-Za-z_]+(/[A-Za-z0-9_+-]+)*").asMatchPredicate())
            .filter(name -> name.length() <= 40)
            .sorted()
            .toList();

    private static final Pattern INSTANTS = Pattern.compile(INSTANT);
    private static final Pattern WALL_TIMES = Pattern.compile(WALL_TIME);
    private static final Pattern DATES = Pattern.compile(DATE);

    private Texts() {}

    static Instant instant(String text) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(required(INSTANTS, text), Instant::from);
    }

    static LocalDateTime wallTime(String text) {
        return LocalDateTime.parse(required(WALL_TIMES, text));
    }

    static LocalDate date(String text) {
        return LocalDate.parse(required(DATES, text));
    }

    private static String required(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new DateTimeException("not of this form");
        }
        return text;
    }
}
