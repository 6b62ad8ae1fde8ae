package org.natter.web.organiser;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.natter.web.services.AttendanceId;

/**
 * Who may be said to host an event: those who are chosen, and everybody else.
 *
 * @param doorWasOpen whether it says something that somebody is not checked in
 */
public record HostsList(List<AttendeeRow> chosen, List<AttendeeRow> others, boolean doorWasOpen) {

    /** From so many people on a name is looked for. */
    private static final int MANY = 10;

    static HostsList of(List<AttendeeRow> all, Set<AttendanceId> chosen, boolean over) {
        Predicate<AttendeeRow> isChosen = row -> chosen.contains(row.attendance());
        return new HostsList(
                all.stream().filter(isChosen).toList(),
                all.stream().filter(isChosen.negate()).toList(),
                over || all.stream().anyMatch(AttendeeRow::here));
    }

    public boolean isEmpty() {
        return chosen.isEmpty() && others.isEmpty();
    }

    public boolean isLong() {
        return chosen.size() + others.size() > MANY;
    }

    /** Whether somebody's row says that they were not checked in. */
    public boolean missed(AttendeeRow row) {
        return doorWasOpen && !row.here();
    }
}
