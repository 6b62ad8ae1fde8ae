package org.natter.attendee.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.checkin.MetBefore;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Named;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;

/** Whom a writer met at their other events, by their own reports alone: fills in the list for the next answer. */
public final class EarlierMeetings implements MetBefore {

    private final People people;
    private final HistoryEntries entries;

    public EarlierMeetings(People people, HistoryEntries entries) {
        this.people = people;
        this.entries = entries;
    }

    @Override
    public Set<AttendanceId> metBefore(AttendanceId writer, Set<AttendanceId> others) {
        Set<AttendanceId> elsewhere = people.personOf(writer)
                .map(person -> new HashSet<>(person.attendances().values()))
                .orElseGet(HashSet::new);
        elsewhere.remove(writer);
        List<AttendanceId> met = entries.of(elsewhere).values().stream()
                .flatMap(entry -> entry.answered().stream())
                .flatMap(answer -> answer.met().stream())
                .filter(side -> side.who().isAttendance())
                .map(side -> new AttendanceId(side.who().id()))
                .toList();
        if (met.isEmpty()) {
            return Set.of();
        }
        Set<PersonId> persons =
                people.named(met).values().stream().map(Named::person).collect(Collectors.toSet());
        Map<AttendanceId, Named> candidates = people.named(others);
        return others.stream()
                .filter(other -> candidates.containsKey(other)
                        && persons.contains(candidates.get(other).person()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
