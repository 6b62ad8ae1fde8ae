package org.natter.web.organiser;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Everybody of one event by where they stand: places first by name, then the queue in its order. */
record EventLists(List<AttendeeRow> bookings, List<AttendeeRow> waiting) {

    static EventLists of(List<AttendeeRow> all) {
        var byName = Comparator.comparing((AttendeeRow line) -> line.name().toLowerCase(Locale.UK));
        return new EventLists(
                all.stream()
                        .filter(line -> !queued(line))
                        .sorted(Comparator.comparing((AttendeeRow line) -> !line.hasPlace())
                                .thenComparing(byName))
                        .toList(),
                all.stream()
                        .filter(EventLists::queued)
                        .sorted(Comparator.comparing((AttendeeRow line) -> line.status() != AttendeeRowStatus.OFFERED)
                                .thenComparing(AttendeeRow::position))
                        .toList());
    }

    private static boolean queued(AttendeeRow line) {
        return line.status() == AttendeeRowStatus.WAITING || line.status() == AttendeeRowStatus.OFFERED;
    }
}
