package org.natter.web.forms;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.natter.times.SpokenTime;

/** A month that can be chosen: 2026-10 and "October 2026". */
public record MonthChoice(YearMonth value, String words) {

    /** Every month from one to the other, the latest first. */
    public static List<MonthChoice> between(YearMonth earliest, YearMonth latest) {
        return Stream.iterate(latest, month -> !month.isBefore(earliest), month -> month.minusMonths(1))
                .map(month -> new MonthChoice(month, SpokenTime.month(month)))
                .toList();
    }
}
