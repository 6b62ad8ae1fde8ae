package org.natter.attendee.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWords;

/** Reads one person's history: all reads go by id, the ids come from the person's own record. */
public final class ReadingHistory {

    private static final ZoneId FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);

    private final People people;
    private final PrivateWords words;
    private final HistoryEntries entries;
    private final Rooms rooms;
    private final Notebooks notebooks;

    public ReadingHistory(People people, PrivateWords words, HistoryEntries entries, Rooms rooms, Notebooks notebooks) {
        this.people = people;
        this.words = words;
        this.entries = entries;
        this.rooms = rooms;
        this.notebooks = notebooks;
    }

    /**
     * The person's own history; empty for somebody unknown or erased.
     *
     * @param erased what to call somebody in it who was erased
     */
    public Optional<History> of(PersonId owner, String erased) {
        return people.find(owner).map(person -> read(person, erased));
    }

    /**
     * Whether the attendance's answer, as it was saved then or later, has come: one row, where all else is many.
     *
     * @param saved to the millisecond, as rows have it; any answer if absent
     */
    public boolean knowsAnswer(AttendanceId attendance, @Nullable Instant saved) {
        return Optional.ofNullable(entries.of(List.of(attendance)).get(attendance))
                .flatMap(HistoryEntry::answered)
                .filter(answer -> saved == null || !answer.at().isBefore(saved.truncatedTo(ChronoUnit.MILLIS)))
                .isPresent();
    }

    /** What the history of the attendance's own person says of its event, in figures; empty if it says nothing yet. */
    public Optional<History.Evening> evening(AttendanceId attendance) {
        return people.personOf(attendance)
                .flatMap(owner -> read(owner, "").events().stream()
                        .filter(evening -> evening.attendance().equals(attendance))
                        .findFirst());
    }

    /** The day on which the owner met somebody first; empty for somebody they never met or knew before, and where we do not know it. */
    public Optional<LocalDate> firstMet(PersonId owner, AcquaintanceId whom) {
        return people.find(owner)
                .flatMap(person -> entries.whole(() -> composition(person, "")).firstMet(whom));
    }

    /** The latest day that it is by a clock of the owner's events; without one, the latest anywhere. */
    public LocalDate today(PersonId owner, Instant now) {
        var seen = people.find(owner)
                .map(person -> rooms.facts(person.attendances().keySet()))
                .orElse(Map.of());
        return seen.values().stream()
                .map(facts -> LocalDate.ofInstant(now, facts.zone()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(now, FIRST_TO_BEGIN_A_DAY));
    }

    /** Whether an event has not begun yet; not while we have not heard when it does. */
    public boolean isStillToCome(EventId event, Instant now) {
        return rooms.facts(event)
                .filter(facts -> now.isBefore(facts.startsAt()))
                .isPresent();
    }

    /** The owner's other pages about whoever has this one, written while they stood there under another name or evening. */
    public Set<AcquaintanceId> pagesBeside(PersonId owner, AcquaintanceId page) {
        return people.find(owner)
                .map(person -> entries.whole(() -> composition(person, "")).pagesBeside(page))
                .orElse(Set.of());
    }

    /** What goes when the owner takes back the meeting that they added under this id. */
    public TakenBack takenBack(PersonId owner, AcquaintanceId meeting) {
        return people.find(owner)
                .map(person -> entries.whole(() -> composition(person, "")).takenBack(meeting))
                .orElse(TakenBack.NOTHING);
    }

    /** On which page it is to stand that whoever has this one is that other one; empty if they are the same already. */
    public Optional<AcquaintanceId> becoming(PersonId owner, AcquaintanceId page, AcquaintanceId other) {
        return people.find(owner)
                .flatMap(person -> entries.whole(() -> composition(person, "")).becoming(page, other));
    }

    /**
     * Somebody of an event whom the owner met at another one.
     *
     * @param attendance at the event asked about
     * @param friend as they stand in the owner's history
     * @param last the latest of those meetings
     */
    public record MetBefore(AttendanceId attendance, History.Acquaintance friend, History.Moment last) {}

    /** Whom of these people of an event the owner met at another one, in the order given. */
    List<MetBefore> metBefore(PersonId owner, EventId event, Set<AttendanceId> among) {
        var person = people.find(owner);
        if (person.isEmpty() || among.isEmpty()) {
            return List.of();
        }
        var history = read(person.get(), "");
        var friends = new HashMap<AttendanceId, History.Acquaintance>();
        history.people().stream()
                .filter(friend -> !friend.labelled())
                .forEach(friend -> friend.ids().forEach(id -> friends.put(new AttendanceId(id), friend)));
        var all = new HashSet<>(friends.keySet());
        all.addAll(among);
        var names = people.named(all);
        var byPerson = new HashMap<PersonId, History.Acquaintance>();
        friends.forEach((attendance, friend) ->
                Optional.ofNullable(names.get(attendance)).ifPresent(named -> byPerson.put(named.person(), friend)));
        return among.stream()
                .flatMap(attendance -> Optional.ofNullable(names.get(attendance))
                        .map(named -> byPerson.get(named.person()))
                        .flatMap(friend ->
                                lastBut(event, friend, history).map(last -> new MetBefore(attendance, friend, last)))
                        .stream())
                .toList();
    }

    private static Optional<History.Moment> lastBut(EventId event, History.Acquaintance friend, History history) {
        return history.events().stream()
                .filter(evening ->
                        !evening.event().equals(event) && friend.events().contains(evening.event()))
                .flatMap(evening -> evening.facts().stream())
                .max(Comparator.comparing(Room.Facts::startsAt))
                .map(facts -> new History.Moment(facts.startsAt(), facts.zone()));
    }

    private History read(Person owner, String erased) {
        return entries.whole(() -> composition(owner, erased)).compose();
    }

    private HistoryComposition composition(Person owner, String erased) {
        var attendances = owner.attendances();
        var own = entries.of(attendances.values());
        var notebook = notebooks.of(owner.id());
        var named = named(own.values());
        var names = people.named(named, attendances.keySet());
        var met = named.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .map(NamedAttendance::person)
                .collect(Collectors.toSet());
        var shared = notebooks.sharedBy(met);
        return new HistoryComposition(new HistoryRows(
                attendances,
                own,
                rooms(attendances, own, notebook),
                entries.naming(named, attendances.values()),
                new Identities(names, words.labelsOf(attendances.values()), erased),
                notebook,
                words.keptBy(attendances.values()),
                shared,
                ties(met, shared)));
    }

    /** Of evenings that the owner told of everybody who was there, of the others the owner alone. */
    private Map<EventId, Room> rooms(
            Map<EventId, AttendanceId> attendances, Map<AttendanceId, HistoryEntry> own, Notebook notebook) {
        var told = new HashSet<EventId>();
        var others = new HashMap<EventId, AttendanceId>();
        attendances.forEach((event, attendance) -> {
            var answered = Optional.ofNullable(own.get(attendance)).flatMap(HistoryEntry::answered);
            if (answered.isPresent() || !notebook.addedAt(event).isEmpty()) {
                told.add(event);
            } else {
                others.put(event, attendance);
            }
        });
        return rooms.of(told, others);
    }

    /** Who of these know each other by both their words, at one and the same event, among those who share it. */
    private Collection<Circles.Tie> ties(Set<PersonId> met, Map<PersonId, Notebook.Shared> shared) {
        var sharers = new HashMap<PersonId, Notebook.Shared>();
        shared.forEach((person, said) -> {
            if (met.contains(person) && said.sharing().sharesCircles()) {
                sharers.put(person, said);
            }
        });
        if (sharers.size() < 2) {
            return List.of();
        }
        var theirs = people.attendancesOf(sharers.keySet());
        var whose = new HashMap<AttendanceId, PersonId>();
        theirs.forEach((person, all) -> all.forEach(one -> whose.put(one, person)));
        var said = entries.amongThemselves(whose.keySet());
        var removed = new HashMap<PersonId, Set<AttendanceId>>();
        sharers.forEach((person, sharer) -> removed.put(
                person, sharer.removed().stream().map(AttendanceId::new).collect(Collectors.toSet())));
        var ties = new HashSet<Circles.Tie>();
        said.forEach((one, others) -> others.forEach(other -> {
            var person = whose.get(one);
            var friend = whose.get(other);
            if (person != null
                    && friend != null
                    && !person.equals(friend)
                    && said.getOrDefault(other, Set.of()).contains(one)
                    && Collections.disjoint(
                            removed.getOrDefault(person, Set.of()), theirs.getOrDefault(friend, Set.of()))
                    && Collections.disjoint(
                            removed.getOrDefault(friend, Set.of()), theirs.getOrDefault(person, Set.of()))) {
                ties.add(new Circles.Tie("person/" + person, "person/" + friend));
            }
        }));
        return ties;
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
