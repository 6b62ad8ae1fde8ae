package org.natter.attendee.cpd;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From one day to another, both included; without either, from or to any day. */
public record Dates(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Dates ALL = new Dates(null, null);

    /** The last twelve months: from the day after this one a year ago, to this one. */
    static Dates lastYear(LocalDate today) {
        return new Dates(today.minusYears(1).plusDays(1), today);
    }

    boolean include(LocalDate day) {
        return include(day, day);
    }

    /** Whether any of these days is among them. */
    boolean include(LocalDate first, LocalDate last) {
        return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
    }
}
