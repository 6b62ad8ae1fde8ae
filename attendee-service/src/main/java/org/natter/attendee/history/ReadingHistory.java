package org.natter.attendee.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWords;

/** Reads one person's history: all reads go by id, the ids come from the person's own record. */
public final class ReadingHistory {

    private final People people;
    private final PrivateWords words;
    private final HistoryEntries entries;
    private final Rooms rooms;

    public ReadingHistory(People people, PrivateWords words, HistoryEntries entries, Rooms rooms) {
        this.people = people;
        this.words = words;
        this.entries = entries;
        this.rooms = rooms;
    }

    /**
     * The person's own history; empty for somebody unknown or erased.
     *
     * @param erased what to call somebody in it who was erased
     */
    public Optional<History> of(PersonId owner, String erased) {
        return people.find(owner).map(person -> read(person, erased));
    }

    /** What the history of the attendance's own person says of its event, in figures; empty if it says nothing yet. */
    public Optional<History.Evening> evening(AttendanceId attendance) {
        return people.personOf(attendance)
                .flatMap(owner -> read(owner, "").events().stream()
                        .filter(evening -> evening.attendance().equals(attendance))
                        .findFirst());
    }

    private History read(Person owner, String erased) {
        var attendances = owner.attendances();
        var own = entries.of(attendances.values());
        var seen = rooms.of(attendances.keySet());
        var named = named(own.values());
        var known = new HashSet<>(named);
        attendances.forEach((event, attendance) -> {
            if (own.containsKey(attendance) && seen.containsKey(event)) {
                known.addAll(seen.get(event).present());
            }
        });
        var identities = new Identities(people.named(known), words.labelsOf(attendances.values()), erased);
        return new HistoryComposition(attendances, own, seen, entries.of(named), identities).compose();
    }

    private static Set<AttendanceId> named(Collection<HistoryEntry> own) {
        var met = own.stream()
                .flatMap(entry -> entry.answered().stream())
                .flatMap(answer -> answer.met().stream())
                .flatMap(side -> Stream.concat(Stream.of(side.who()), side.introduced().who().stream()));
        var credited = own.stream()
                .flatMap(entry -> entry.standingOutcomes().stream())
                .flatMap(outcome -> outcome.credited().stream())
                .flatMap(link -> link.who().stream());
        return Stream.concat(met, credited)
                .map(Who::attendance)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
