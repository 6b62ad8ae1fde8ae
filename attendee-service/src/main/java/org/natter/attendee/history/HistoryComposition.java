package org.natter.attendee.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.history.History.Acquaintance;
import org.natter.attendee.history.History.Evening;
import org.natter.attendee.history.History.Met;
import org.natter.attendee.history.History.Moment;
import org.natter.attendee.history.History.NewOrKnown;
import org.natter.attendee.history.History.Outcome;
import org.natter.attendee.history.OutcomeReported.CreditedTo;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** Composes one person's history from what was read: a pure function, so the same rows always give the same history. */
final class HistoryComposition {

    private static final int UNNAMED_CAP = 50;

    /** One event of the owner's, with what they said about it. */
    private record Visit(EventId event, AttendanceId me, Room room, Optional<FeedbackAnswered> answer) {

        Instant when() {
            return room.told()
                    .map(Room.Facts::startsAt)
                    .or(() -> answer.map(FeedbackAnswered::at))
                    .orElse(Instant.EPOCH);
        }

        List<Side> sides() {
            return answer.map(FeedbackAnswered::met).orElse(List.of());
        }

        Sector sectorOf(Who who) {
            return who.attendance().map(room::sectorOf).orElse(Sector.NOT_SAID);
        }

        Optional<Moment> moment() {
            return room.told().map(facts -> new Moment(facts.startsAt(), facts.zone()));
        }

        /** Sectors of people spoken to whose names were missed, one a person, at most fifty. */
        List<Sector> unnamed() {
            return answer.stream()
                    .flatMap(said -> said.others().stream())
                    .flatMap(group -> Collections.nCopies(group.count(), group.sector()).stream())
                    .limit(UNNAMED_CAP)
                    .toList();
        }

        /** Everybody checked in, and the owner, who says they were there; nobody at all if no check-in was taken. */
        Set<AttendanceId> present() {
            var present = new HashSet<>(room.present());
            if (!present.isEmpty()) {
                present.add(me);
            }
            return present;
        }
    }

    private final Identities identities;
    private final Map<AttendanceId, HistoryEntry> theirs;
    /** Oldest first. */
    private final List<Visit> visits;
    /** Newest first. */
    private final List<OutcomeReported> outcomes;

    private final Map<String, List<Visit>> meetings = new LinkedHashMap<>();
    private final Map<String, Set<Kind>> cameOf = new HashMap<>();

    /** @param theirs what those reported whom the owner named: only whether they named the owner is looked at */
    HistoryComposition(
            Map<EventId, AttendanceId> attendances,
            Map<AttendanceId, HistoryEntry> own,
            Map<EventId, Room> rooms,
            Map<AttendanceId, HistoryEntry> theirs,
            Identities identities) {
        this.identities = identities;
        this.theirs = theirs;
        this.visits = attendances.entrySet().stream()
                .map(mine -> new Visit(
                        mine.getKey(),
                        mine.getValue(),
                        rooms.getOrDefault(mine.getKey(), Room.UNKNOWN),
                        Optional.ofNullable(own.get(mine.getValue())).flatMap(HistoryEntry::answered)))
                .filter(visit -> visit.answer().isPresent() || visit.room().wasHere(visit.me()))
                .sorted(Comparator.comparing(Visit::when).thenComparing(Visit::event))
                .toList();
        this.outcomes = own.values().stream()
                .flatMap(entry -> entry.standingOutcomes().stream())
                .sorted(Comparator.comparing((OutcomeReported outcome) -> outcome.year() * 100 + outcome.month())
                        .thenComparing(OutcomeReported::outcome)
                        .reversed())
                .toList();
        for (var visit : visits) {
            visit.sides().stream()
                    .map(side -> identities.personOf(side.who()))
                    .distinct()
                    .forEach(person -> meetings.computeIfAbsent(person, first -> new ArrayList<>())
                            .add(visit));
        }
        for (var outcome : outcomes) {
            credited(outcome)
                    .forEach(who -> cameOf.computeIfAbsent(identities.personOf(who), first -> new HashSet<>())
                            .add(outcome.kind()));
        }
    }

    History compose() {
        var evenings = new ArrayList<Evening>();
        var metBefore = new HashSet<String>();
        for (var visit : visits) {
            evenings.add(0, evening(visit, metBefore));
            visit.sides().forEach(side -> metBefore.add(identities.personOf(side.who())));
        }
        var came = outcomes.stream().map(this::whatCameOfIt).toList();
        var stages = meetings.keySet().stream().map(this::stageWith).toList();
        return new History(evenings, acquaintances(), Stage.Totals.of(stages), ChatsThatCounted.of(came), came);
    }

    private Evening evening(Visit visit, Set<String> metBefore) {
        return new Evening(
                visit.event(),
                visit.me(),
                visit.room().told(),
                visit.answer().map(FeedbackAnswered::at),
                visit.sides().stream().map(side -> met(visit, side, metBefore)).toList(),
                visit.unnamed().size(),
                visit.answer().map(answer -> measures(visit, answer, metBefore)));
    }

    private Met met(Visit visit, Side side, Set<String> metBefore) {
        var person = identities.personOf(side.who());
        return new Met(
                firstMetAs(person),
                identities.nameOf(side.who()),
                visit.sectorOf(side.who()),
                isKnown(side, metBefore) ? NewOrKnown.KNOWN : NewOrKnown.NEW,
                side.talk(),
                side.again(),
                side.introduced().who().map(identities::nameOf).orElse(null),
                bothSaidSo(visit, side));
    }

    /** Section 4 of measures: known wins, not sure alone is new; only the owner's own word and own earlier meetings. */
    private boolean isKnown(Side side, Set<String> metBefore) {
        return side.before().isKnown() || metBefore.contains(identities.personOf(side.who()));
    }

    private boolean bothSaidSo(Visit visit, Side side) {
        return side.who()
                .attendance()
                .map(theirs::get)
                .filter(other -> other.names(visit.me()))
                .isPresent();
    }

    private EveningMeasures measures(Visit visit, FeedbackAnswered answer, Set<String> metBefore) {
        var sides = visit.sides();
        var known = sides.stream().filter(side -> isKnown(side, metBefore)).toList();
        var unnamed = visit.unnamed();
        var present = visit.present();
        var spokenTo = SpokenTo.of(sides.size(), known.size(), unnamed.size());
        var knownThere = Math.max(
                knownThere(visit, known, present, metBefore),
                answer.knownBefore().of(Math.max(0, present.size() - 1)));
        var named = sides.stream().map(side -> visit.sectorOf(side.who())).toList();
        var inTheRoom = present.stream().map(visit.room()::sectorOf).toList();
        return new EveningMeasures(
                Optional.of(spokenTo).filter(spoken -> spoken.people() > 0 || answer.sent()),
                KnowAgain.of(sides.stream().map(Side::again).toList()),
                SectorCount.of(Stream.concat(named.stream(), unnamed.stream()).toList()),
                NewFaces.of(spokenTo, present.size(), knownThere),
                SectorMix.of(visit.room().sectorOf(visit.me()), named, unnamed, inTheRoom));
    }

    /** How many people there the owner knew by their own records: met earlier, or said to be known this time. */
    private int knownThere(Visit visit, List<Side> known, Set<AttendanceId> present, Set<String> metBefore) {
        var said = known.stream().map(side -> identities.personOf(side.who()));
        var met = present.stream()
                .filter(guest -> !guest.equals(visit.me()))
                .map(guest -> identities.personOf(Who.of(guest)))
                .filter(metBefore::contains);
        return (int) Stream.concat(said, met).distinct().count();
    }

    private Stage stageWith(String person) {
        return Stage.of(meetings.getOrDefault(person, List.of()).size(), cameOf.getOrDefault(person, Set.of()));
    }

    private List<Acquaintance> acquaintances() {
        return meetings.entrySet().stream()
                .map(met -> acquaintance(met.getKey(), met.getValue()))
                .sorted(Comparator.comparing((Acquaintance one) -> one.lastMet() == null
                                ? Instant.EPOCH
                                : one.lastMet().at())
                        .reversed()
                        .thenComparing(Acquaintance::name))
                .toList();
    }

    private Acquaintance acquaintance(String person, List<Visit> met) {
        return new Acquaintance(
                firstMetAs(person),
                identities.nameOf(side(met.get(0), person).who()),
                met.get(0).moment().orElse(null),
                met.get(met.size() - 1).moment().orElse(null),
                met.size(),
                stageWith(person),
                met.stream().anyMatch(visit -> bothSaidSo(visit, side(visit, person))),
                met.stream().map(Visit::event).toList());
    }

    private String firstMetAs(String person) {
        return side(meetings.getOrDefault(person, List.of()).get(0), person)
                .who()
                .id();
    }

    private Side side(Visit visit, String person) {
        return visit.sides().stream()
                .filter(side -> identities.personOf(side.who()).equals(person))
                .findFirst()
                .orElseThrow();
    }

    private Outcome whatCameOfIt(OutcomeReported outcome) {
        return new Outcome(
                outcome.kind(),
                outcome.direction(),
                outcome.year(),
                outcome.month(),
                beganAsChat(outcome),
                credited(outcome).map(identities::nameOf).toList());
    }

    private boolean beganAsChat(OutcomeReported outcome) {
        return outcome.credited().stream()
                .limit(1)
                .anyMatch(first -> first.kind() == CreditedTo.OVERHEARD
                        || visits.stream()
                                .filter(visit -> visit.event().equals(outcome.event()))
                                .flatMap(visit -> visit.sides().stream())
                                .anyMatch(side -> side.who().id().equals(first.id()) && side.talk() == Talk.CHAT));
    }

    private static Stream<Who> credited(OutcomeReported outcome) {
        return outcome.credited().stream().flatMap(link -> link.who().stream());
    }
}
