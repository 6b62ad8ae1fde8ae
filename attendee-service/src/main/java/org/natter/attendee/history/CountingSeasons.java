package org.natter.attendee.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.RegionId;

/**
 * Counts, on the morning a region's calendar year is settled, what only somebody can who knows that attendances of two events
 * are one person: newcomers who came again, and how many people told what came of it. Nothing but numbers is told.
 *
 * <p>A year is settled in the tenth month after its last event at which anybody was, five minutes after its last follow-up has
 * closed, and not before all who were at its events, and at those since, are known from the histories: which of them came,
 * who was new there and in which region it was. What was called off is nobody's event, whoever was checked in before: it is
 * neither counted nor waited for. Counting twice is counting once.
 */
public final class CountingSeasons {

    private static final int LAST_FOLLOW_UP_MONTHS = 9;
    private static final int FOLLOW_UP_DAYS = 30;
    private static final int DAYS_TO_COME_AGAIN = 365;
    private static final LocalTime FOLLOW_UPS_HAVE_CLOSED = LocalTime.of(10, 5);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
    private static final Duration AT_THE_LATEST = Duration.ofDays(430);
    private static final Duration A_YEAR_BEFORE = Duration.ofDays(370);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final Duration A_WHILE = Duration.ofHours(1);
    private static final Duration WAITED_FOR = Duration.ofDays(1);

    private final People people;
    private final HistoryEntries entries;
    private final Rooms rooms;
    private final SeatLedgers ledgers;
    private final CheckIns checkIns;
    private final SeasonBook book;

    public CountingSeasons(
            People people,
            HistoryEntries entries,
            Rooms rooms,
            SeatLedgers ledgers,
            CheckIns checkIns,
            SeasonBook book) {
        this.people = people;
        this.entries = entries;
        this.rooms = rooms;
        this.ledgers = ledgers;
        this.checkIns = checkIns;
        this.book = book;
    }

    /** A region and a calendar year. */
    public record Season(RegionId region, int year) {}

    /** Years whose moment has come, apart from these; a service that was away for weeks leaves out what is long settled. */
    public List<Season> due(Instant now, Set<Season> apart) {
        return open(now).entrySet().stream()
                .filter(season -> !apart.contains(season.getKey()))
                .filter(season -> !now.isBefore(season.getValue()))
                .map(Map.Entry::getKey)
                .filter(season -> isKnown(season, now))
                .toList();
    }

    /** The first look after a start: what was missed meanwhile is heard first. */
    public static Instant firstLook(Instant started) {
        return started.plus(A_WHILE);
    }

    /**
     * After a look, when the next is worth it: within the hour, when the next year's moment comes, and every minute on the day
     * for which others wait for one that is not known yet.
     */
    public Instant nextLook(Instant now) {
        return open(now).values().stream()
                .map(moment -> moment.isAfter(now)
                        ? moment
                        : now.plus(now.isBefore(moment.plus(WAITED_FOR)) ? A_MOMENT : A_WHILE))
                .reduce(now.plus(A_WHILE), (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Counts and settles, unless not all who came are known yet, as while the rows are built anew. */
    public void settle(Season season, Instant now) {
        entries.whole(() -> isKnown(season, now) ? Optional.of(count(season, now)) : Optional.<SeasonCounts>empty())
                .ifPresent(book::settle);
    }

    /** What is settled if it is settled now: a function of the rows. */
    SeasonCounts count(Season season, Instant at) {
        var all = new HashMap<>(rooms.of(since(season, at)));
        all.values().removeIf(room -> room.told().isEmpty() || room.wasCalledOff());
        var returned = returned(season, all, at);
        var year = new HashMap<>(all);
        year.values()
                .removeIf(room -> room.told()
                        .filter(facts -> lastDay(facts).getYear() == season.year())
                        .isEmpty());
        var behind = behind(year);
        return new SeasonCounts(
                season.region(),
                season.year(),
                at,
                returned.mayBeTold() ? List.of(returned) : List.of(),
                behind.mayBeTold() ? List.of(behind) : List.of());
    }

    /** Years that are not settled and not long over, each with its moment, by what is known of bookings and the door. */
    private Map<Season, Instant> open(Instant now) {
        var cards = new HashMap<Season, List<EventCard>>();
        ledgers.cardsEndingFrom(now.minus(AT_THE_LATEST).minus(A_YEAR_BEFORE)).stream()
                .filter(card -> card.endsAt().isBefore(now))
                .forEach(card -> cards.computeIfAbsent(
                                new Season(
                                        card.region(),
                                        lastDay(card.endsAt(), card.zone()).getYear()),
                                first -> new ArrayList<>())
                        .add(card));
        var moments = new HashMap<Season, Instant>();
        cards.forEach((season, year) -> {
            if (year.stream().anyMatch(card -> card.endsAt().isAfter(now.minus(AT_THE_LATEST)))
                    && book.find(season.region(), season.year()).isEmpty()) {
                year.stream()
                        .filter(card -> checkIns.here(card.event()) > 0 && !wasCalledOff(card.event()))
                        .map(CountingSeasons::settledAt)
                        .max(Comparator.naturalOrder())
                        .ifPresent(moment -> moments.put(season, moment));
            }
        });
        return moments;
    }

    private boolean wasCalledOff(EventId event) {
        return rooms.facts(event).filter(Room.Facts::wasCalledOff).isPresent();
    }

    private static Instant settledAt(EventCard card) {
        var day = lastDay(card.endsAt(), card.zone());
        var closed = day.plusMonths(LAST_FOLLOW_UP_MONTHS).plusDays(FOLLOW_UP_DAYS);
        var newYear = day.withDayOfYear(1).plusYears(1);
        return ZonedDateTime.of(closed.isBefore(newYear) ? newYear : closed, FOLLOW_UPS_HAVE_CLOSED, card.zone())
                .toInstant();
    }

    /** The region's events of this year and since that have begun. */
    private List<EventId> since(Season season, Instant now) {
        var aDayBefore = LocalDate.of(season.year(), 1, 1)
                .minusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return ledgers.cardsEndingFrom(aDayBefore).stream()
                .filter(card -> card.region().equals(season.region())
                        && !card.startsAt().isAfter(now)
                        && lastDay(card.endsAt(), card.zone()).getYear() >= season.year())
                .map(EventCard::event)
                .toList();
    }

    private boolean isKnown(Season season, Instant now) {
        var events = since(season, now);
        var known = rooms.of(events);
        return events.stream().allMatch(event -> {
            var room = known.getOrDefault(event, Room.UNKNOWN);
            var here = checkIns.here(event);
            return here == 0
                    || room.wasCalledOff()
                    || room.present().size() >= here
                            && room.saysWhoIsNew()
                            && room.told()
                                    .filter(facts -> season.region().equals(facts.region()))
                                    .isPresent();
        });
    }

    private static LocalDate lastDay(Room.Facts facts) {
        return lastDay(facts.endsAt(), facts.zone());
    }

    private static LocalDate lastDay(Instant endsAt, ZoneId zone) {
        var end = endsAt.atZone(zone);
        return end.toLocalTime().isBefore(NIGHT_ENDS) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
    }

    // ---- who came again ----

    /** Newcomers of the year's events whose following 365 days are over and had an event in them; each person once. */
    private SeasonCounts.Returned returned(Season season, Map<EventId, Room> all, Instant at) {
        var byDay = all.values().stream()
                .sorted(Comparator.comparing(CountingSeasons::startsAt))
                .toList();
        var who = persons(all.values());
        var due = new HashSet<PersonId>();
        var back = new HashSet<PersonId>();
        for (var room : byDay) {
            var facts = room.told().orElseThrow();
            var until = ZonedDateTime.ofInstant(facts.startsAt(), facts.zone())
                    .plusDays(DAYS_TO_COME_AGAIN)
                    .toInstant();
            var later = byDay.stream()
                    .filter(other -> startsAt(other).isAfter(facts.startsAt())
                            && !startsAt(other).isAfter(until)
                            && !other.present().isEmpty())
                    .toList();
            if (lastDay(facts).getYear() != season.year() || at.isBefore(until) || later.isEmpty()) {
                continue;
            }
            var cameLater = later.stream()
                    .flatMap(other -> other.present().stream())
                    .flatMap(one -> Optional.ofNullable(who.get(one)).stream())
                    .collect(Collectors.toSet());
            room.newcomers().stream()
                    .flatMap(one -> Optional.ofNullable(who.get(one)).stream())
                    .filter(due::add)
                    .filter(cameLater::contains)
                    .forEach(back::add);
        }
        return new SeasonCounts.Returned(due.size(), back.size());
    }

    private static Instant startsAt(Room room) {
        return room.told().map(Room.Facts::startsAt).orElse(Instant.MAX);
    }

    private Map<AttendanceId, PersonId> persons(Collection<Room> all) {
        var present = all.stream().flatMap(room -> room.present().stream()).collect(Collectors.toSet());
        return people.named(present).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().person()));
    }

    // ---- who told what came of it ----

    private record Good(PersonId teller, boolean beganAsAChat) {}

    private SeasonCounts.Behind behind(Map<EventId, Room> year) {
        var goods = new ArrayList<Good>();
        year.forEach((event, room) -> goods.addAll(goods(event, room)));
        return SeasonCounts.Behind.of(
                tellers(goods, good -> true),
                tellers(goods, Good::beganAsAChat),
                tellers(goods, good -> !good.beganAsAChat()));
    }

    private static int tellers(Collection<Good> goods, Predicate<Good> which) {
        return (int) goods.stream().filter(which).map(Good::teller).distinct().count();
    }

    /** As the report of the year has them: of talks whose kind was said in time; told by both it is one. */
    private List<Good> goods(EventId event, Room room) {
        var present = room.present();
        var rows = entries.of(present);
        var who = people.named(present);
        var talks = new HashMap<Set<AttendanceId>, Set<Talk>>();
        rows.forEach((writer, row) -> row.answered()
                .ifPresent(answer -> answer.met().stream()
                        .filter(side -> side.talk() != Talk.NOT_SAID)
                        .forEach(side -> pair(writer, side.who().attendance(), present)
                                .ifPresent(pair -> talks.computeIfAbsent(pair, first -> new HashSet<>())
                                        .add(side.talk())))));
        var told = new HashSet<String>();
        return rows.entrySet().stream()
                .flatMap(row -> row.getValue().standingOutcomes().stream())
                .filter(outcome ->
                        outcome.kind() != Kind.KEPT_IN_TOUCH && outcome.event().equals(event))
                .sorted(Comparator.comparing(OutcomeReported::outcome))
                .flatMap(outcome -> good(outcome, talks, present, told, who).stream())
                .toList();
    }

    private static Optional<Good> good(
            OutcomeReported outcome,
            Map<Set<AttendanceId>, Set<Talk>> talks,
            Set<AttendanceId> present,
            Set<String> told,
            Map<AttendanceId, NamedAttendance> who) {
        var pairs = outcome.credited().stream()
                .flatMap(link -> link.who().stream())
                .flatMap(one -> pair(outcome.writer(), one.attendance(), present).stream())
                .filter(talks::containsKey)
                .toList();
        var fresh = pairs.stream().anyMatch(pair -> told.add(sameThing(pair, outcome)));
        return fresh
                ? Optional.ofNullable(who.get(outcome.writer()))
                        .map(teller -> new Good(
                                teller.person(),
                                talks.getOrDefault(pairs.get(0), Set.of()).equals(Set.of(Talk.CHAT))))
                : Optional.empty();
    }

    private static String sameThing(Set<AttendanceId> pair, OutcomeReported outcome) {
        return pair.stream().map(AttendanceId::value).sorted().collect(Collectors.joining())
                + outcome.kind()
                + outcome.year()
                + "-"
                + outcome.month();
    }

    private static Optional<Set<AttendanceId>> pair(
            AttendanceId one, Optional<AttendanceId> other, Set<AttendanceId> present) {
        return other.filter(two -> !two.equals(one) && present.contains(two) && present.contains(one))
                .map(two -> Set.of(one, two));
    }
}
