package org.natter.web.organiser;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Everybody of one event by where they stand: places first by name, then the queue in its order. */
record EventLists(List<Line> bookings, List<Line> waiting) {

    static EventLists of(List<Line> all) {
        var byName = Comparator.comparing((Line line) -> line.name().toLowerCase(Locale.UK));
        return new EventLists(
                all.stream()
                        .filter(line -> !queued(line))
                        .sorted(Comparator.comparing((Line line) -> !line.hasPlace())
                                .thenComparing(byName))
                        .toList(),
                all.stream()
                        .filter(EventLists::queued)
                        .sorted(Comparator.comparing((Line line) -> line.status() != LineStatus.OFFERED)
                                .thenComparing(Line::position))
                        .toList());
    }

    private static boolean queued(Line line) {
        return line.status() == LineStatus.WAITING || line.status() == LineStatus.OFFERED;
    }
}
