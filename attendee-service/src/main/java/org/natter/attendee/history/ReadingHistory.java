package org.natter.attendee.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.history.FeedbackAnswered.Introduction;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
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

    /** The person's own history; empty for somebody unknown or erased. */
    public Optional<History> of(PersonId owner) {
        return people.find(owner).map(this::read);
    }

    private History read(Person owner) {
        Map<EventId, AttendanceId> attendances = owner.attendances();
        Map<AttendanceId, HistoryEntry> own = entries.of(attendances.values());
        Map<EventId, Room> seen = rooms.of(attendances.keySet());
        Set<AttendanceId> named = named(own.values());
        Map<AttendanceId, HistoryEntry> theirs = entries.of(named);
        Set<AttendanceId> faces = new HashSet<>(named);
        attendances.forEach((event, attendance) -> {
            if (own.containsKey(attendance) && seen.containsKey(event)) {
                faces.addAll(seen.get(event).present());
            }
        });
        Faces known = new Faces(people.named(faces), words.labelsOf(attendances.values()));
        return new Story(attendances, own, seen, theirs, known).tell();
    }

    private static Set<AttendanceId> named(Collection<HistoryEntry> own) {
        Stream<String> met = own.stream()
                .flatMap(entry -> entry.answered().stream())
                .flatMap(answer -> answer.met().stream())
                .flatMap(side -> Stream.concat(
                        Stream.of(side.who()).filter(Who::isAttendance).map(Who::id),
                        Stream.of(side.introduced())
                                .filter(introduced -> introduced.by() == Introduction.By.ATTENDANCE)
                                .map(Introduction::id)));
        Stream<String> credited = own.stream()
                .flatMap(entry -> entry.standingOutcomes().stream())
                .flatMap(outcome -> outcome.credited().stream())
                .filter(link -> link.kind() == OutcomeReported.Link.ATTENDANCE)
                .map(OutcomeReported.Credited::id);
        return Stream.concat(met, credited).map(AttendanceId::new).collect(Collectors.toSet());
    }
}
