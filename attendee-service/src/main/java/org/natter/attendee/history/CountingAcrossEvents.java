package org.natter.attendee.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.checkin.HostLists;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;

/**
 * Counts, on the morning an event's figures are settled, what only somebody can who knows that attendances of two events are
 * one person: pairs that knew each other before, and pairs that met again. Nothing but numbers is told.
 *
 * <p>Whoever removed somebody from their history no longer says that they met. What was called off has nothing to be counted,
 * and is no event at which anybody met before. Counting twice is counting once.
 */
public final class CountingAcrossEvents {

    private static final int SETTLED_ON_DAY = 21;
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
    private static final Duration AT_THE_EARLIEST = Duration.ofDays(SETTLED_ON_DAY - 2L);
    private static final Duration AT_THE_LATEST = Duration.ofDays(2L * SETTLED_ON_DAY);

    private final People people;
    private final HistoryEntries entries;
    private final Rooms rooms;
    private final Notebooks notebooks;
    private final CheckIns checkIns;
    private final HostLists hosts;
    private final CountBook book;

    public CountingAcrossEvents(
            People people,
            HistoryEntries entries,
            Rooms rooms,
            Notebooks notebooks,
            CheckIns checkIns,
            HostLists hosts,
            CountBook book) {
        this.people = people;
        this.entries = entries;
        this.rooms = rooms;
        this.notebooks = notebooks;
        this.checkIns = checkIns;
        this.hosts = hosts;
        this.book = book;
    }

    /** Events whose moment has come, apart from these; a service that was away for weeks leaves out what is long settled. */
    public List<EventId> due(Instant now, Set<EventId> apart) {
        var found = book.unsettled(now.minus(AT_THE_LATEST), now.minus(AT_THE_EARLIEST), apart);
        var known = rooms.of(found);
        return found.stream()
                .filter(event -> Optional.ofNullable(known.get(event))
                        .flatMap(Room::told)
                        .filter(facts -> !facts.wasCalledOff())
                        .filter(facts -> !now.isBefore(settledAt(facts)))
                        .isPresent())
                .toList();
    }

    /** Counts and settles, unless not all who came are known yet, as while the rows are built anew. */
    public void settle(EventId event, Instant now) {
        entries.whole(() -> Optional.ofNullable(rooms.of(List.of(event)).get(event))
                        .filter(room -> !room.wasCalledOff() && room.present().size() >= checkIns.here(event))
                        .map(room -> count(event, now)))
                .ifPresent(book::freeze);
    }

    /** What is settled if it is settled now: a function of the rows, the hosts and who removed whom. */
    FrozenCounts count(EventId event, Instant at) {
        var evening = new Evening(event, rooms.of(List.of(event)).getOrDefault(event, Room.UNKNOWN));
        var guests = new HashSet<>(evening.present);
        guests.removeAll(hosts.of(event).leftOutOf(evening.present));
        var familiar = evening.familiarity(guests);
        var again = evening.metAgain();
        return new FrozenCounts(
                event,
                at,
                familiar.mayBeTold() ? List.of(familiar) : List.of(),
                again.mayBeTold() ? List.of(again) : List.of());
    }

    /** Day 21 at six in the morning, on the wall clock of the event's own zone; a night belongs to the evening before. */
    private static Instant settledAt(Room.Facts facts) {
        var end = facts.endsAt().atZone(facts.zone());
        var day = end.toLocalTime().isBefore(NIGHT_ENDS) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        return ZonedDateTime.of(day.plusDays(SETTLED_ON_DAY), MORNING, facts.zone())
                .toInstant();
    }

    /** One event with what its people said there and at earlier ones; pairs are named by this event's attendances. */
    private final class Evening {

        private final Set<AttendanceId> present;
        private final Map<AttendanceId, AttendanceId> hereAs = new HashMap<>();
        private final Set<Set<AttendanceId>> talked = new HashSet<>();
        private final Set<Set<AttendanceId>> saidKnown = new HashSet<>();
        private final Set<Set<AttendanceId>> metEarlier = new HashSet<>();

        Evening(EventId event, Room room) {
            this.present = room.present();
            var persons = people.named(present).values().stream()
                    .collect(Collectors.toMap(NamedAttendance::person, NamedAttendance::attendance));
            var theirs = people.attendancesOf(persons.keySet());
            var whose = new HashMap<AttendanceId, PersonId>();
            theirs.forEach((person, all) -> all.forEach(one -> {
                whose.put(one, person);
                Optional.ofNullable(persons.get(person)).ifPresent(here -> hereAs.put(one, here));
            }));
            present.forEach(one -> hereAs.putIfAbsent(one, one));
            var removed = notebooks.sharedBy(persons.keySet());
            var rows = entries.of(hereAs.keySet());
            var earlier =
                    earlierThan(event, room, people.eventsOf(hereAs.keySet()).values());
            rows.forEach((writer, row) -> row.answered().ifPresent(answer -> {
                var gone = everyAttendance(
                        Optional.ofNullable(whose.get(writer))
                                .map(removed::get)
                                .map(Notebook.Shared::removed)
                                .orElse(Set.of()),
                        theirs,
                        whose);
                answer.met()
                        .forEach(side -> side.who()
                                .attendance()
                                .filter(other -> !gone.contains(other))
                                .ifPresent(other -> said(answer, side, writer, other, event, earlier)));
            }));
        }

        /** Whoever is removed by one meeting is removed with all of them. */
        private static Set<AttendanceId> everyAttendance(
                Set<String> removed,
                Map<PersonId, Collection<AttendanceId>> theirs,
                Map<AttendanceId, PersonId> whose) {
            return removed.stream()
                    .map(AttendanceId::new)
                    .flatMap(one -> Optional.ofNullable(whose.get(one))
                            .map(person -> theirs.getOrDefault(person, List.of()).stream())
                            .orElseGet(() -> Stream.of(one)))
                    .collect(Collectors.toSet());
        }

        private void said(
                FeedbackAnswered answer,
                FeedbackAnswered.Side side,
                AttendanceId writer,
                AttendanceId other,
                EventId event,
                Map<EventId, Room> earlier) {
            var one = hereAs.get(writer);
            var two = hereAs.get(other);
            if (one == null || two == null || one.equals(two)) {
                return;
            }
            var pair = Set.of(one, two);
            if (answer.event().equals(event)) {
                talked.add(pair);
                if (side.before().isKnown()) {
                    saidKnown.add(pair);
                }
            } else if (Optional.ofNullable(earlier.get(answer.event()))
                    .filter(room -> room.wasHere(writer) && room.wasHere(other))
                    .isPresent()) {
                metEarlier.add(pair);
            }
        }

        FrozenCounts.Familiarity familiarity(Set<AttendanceId> guests) {
            var known = new HashSet<>(saidKnown);
            known.addAll(metEarlier);
            known.removeIf(pair -> !guests.containsAll(pair));
            var among = talked.stream().filter(guests::containsAll).collect(Collectors.toSet());
            var knownTalked = both(known, among);
            return new FrozenCounts.Familiarity(
                    guests.size() * (guests.size() - 1L) / 2,
                    known.size(),
                    knownTalked.size(),
                    among.size() - knownTalked.size(),
                    behind(knownTalked),
                    behind(without(known, among)));
        }

        FrozenCounts.MetAgain metAgain() {
            var again = both(metEarlier, talked);
            return new FrozenCounts.MetAgain(
                    metEarlier.size(), again.size(), behind(again), behind(without(metEarlier, talked)));
        }

        private Map<EventId, Room> earlierThan(EventId event, Room here, Collection<EventId> events) {
            var start = here.told().map(Room.Facts::startsAt).orElse(Instant.MIN);
            var others = new HashSet<>(events);
            others.remove(event);
            var found = new HashMap<>(rooms.of(others));
            found.values()
                    .removeIf(room -> room.told()
                            .filter(facts -> facts.startsAt().isBefore(start) && !facts.wasCalledOff())
                            .isEmpty());
            return found;
        }

        private static Set<Set<AttendanceId>> both(Set<Set<AttendanceId>> some, Set<Set<AttendanceId>> others) {
            return some.stream().filter(others::contains).collect(Collectors.toSet());
        }

        private static Set<Set<AttendanceId>> without(Set<Set<AttendanceId>> some, Set<Set<AttendanceId>> others) {
            return some.stream().filter(pair -> !others.contains(pair)).collect(Collectors.toSet());
        }

        private static int behind(Set<Set<AttendanceId>> pairs) {
            return (int) pairs.stream().flatMap(Set::stream).distinct().count();
        }
    }
}
