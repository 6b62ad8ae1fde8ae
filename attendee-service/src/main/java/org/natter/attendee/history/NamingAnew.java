package org.natter.attendee.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;

/**
 * Whoever is ticked anew in somebody's answer is back in that person's history, if they had been removed from it: the newest
 * word counts. What was noted about them stands there as before. Twice is once.
 */
public final class NamingAnew {

    private final People people;
    private final Notebooks notebooks;

    public NamingAnew(People people, Notebooks notebooks) {
        this.people = people;
        this.notebooks = notebooks;
    }

    /** @param named the attendances that are ticked now and were not before */
    public void name(AttendanceId writer, Collection<AttendanceId> named) {
        people.personOf(writer).ifPresent(owner -> bringBack(owner.id(), named));
    }

    private void bringBack(PersonId owner, Collection<AttendanceId> named) {
        var notebook = notebooks.of(owner);
        var removed = notebook.removedPages();
        if (removed.isEmpty()) {
            return;
        }
        var all = new HashSet<>(named);
        notebook.withWhoTheyAre(removed).stream().map(AttendanceId::new).forEach(all::add);
        var known = people.named(all);
        var back = named.stream()
                .flatMap(one -> Optional.ofNullable(known.get(one)).stream())
                .map(NamedAttendance::person)
                .collect(Collectors.toSet());
        removed.stream()
                .filter(page -> notebook.withWhoTheyAre(Set.of(page)).stream()
                        .flatMap(id -> Optional.ofNullable(known.get(new AttendanceId(id))).stream())
                        .anyMatch(one -> back.contains(one.person())))
                .forEach(page -> notebooks.write(
                        owner, new AcquaintanceId(page), new Notebook.Page(null, null, null, null, false), Set.of()));
    }
}
