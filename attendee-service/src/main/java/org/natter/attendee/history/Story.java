package org.natter.attendee.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.FeedbackAnswered.Introduction;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Unnamed;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.history.History.Acquaintance;
import org.natter.attendee.history.History.Evening;
import org.natter.attendee.history.History.Known;
import org.natter.attendee.history.History.Measures;
import org.natter.attendee.history.History.Met;
import org.natter.attendee.history.History.SaidBy;
import org.natter.attendee.history.History.WhatCameOfIt;
import org.natter.attendee.history.OutcomeReported.Credited;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.history.OutcomeReported.Link;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** Tells one person's history from what was read: a pure function, so the same rows always tell the same. */
final class Story {

    /** One event of the owner's, with what they said about it. */
    private record Chapter(
            EventId event, AttendanceId me, @Nullable Room room, Optional<FeedbackAnswered> answer) {

        Optional<Room.Facts> facts() {
            return Optional.ofNullable(room).flatMap(Room::told);
        }

        Instant when() {
            return facts().map(Room.Facts::startsAt)
                    .or(() -> answer.map(FeedbackAnswered::at))
                    .orElse(Instant.EPOCH);
        }

        List<Side> sides() {
            return answer.map(FeedbackAnswered::met).orElse(List.of());
        }

        Sector sectorOf(Who who) {
            return room == null || !who.isAttendance() ? Sector.NOT_SAID : room.sectorOf(new AttendanceId(who.id()));
        }
    }

    private final Faces faces;
    private final Map<AttendanceId, HistoryEntry> theirs;
    private final List<Chapter> chapters;
    private final List<OutcomeReported> outcomes;
    private final Map<String, List<Chapter>> meetings = new LinkedHashMap<>();
    private final Map<String, Set<Kind>> cameOf = new HashMap<>();

    Story(
            Map<EventId, AttendanceId> attendances,
            Map<AttendanceId, HistoryEntry> own,
            Map<EventId, Room> rooms,
            Map<AttendanceId, HistoryEntry> theirs,
            Faces faces) {
        this.faces = faces;
        this.theirs = theirs;
        this.chapters = attendances.entrySet().stream()
                .map(mine -> new Chapter(
                        mine.getKey(),
                        mine.getValue(),
                        rooms.get(mine.getKey()),
                        Optional.ofNullable(own.get(mine.getValue())).flatMap(HistoryEntry::answered)))
                .filter(chapter -> chapter.answer().isPresent()
                        || chapter.room() != null && chapter.room().wasHere(chapter.me()))
                .sorted(Comparator.comparing(Chapter::when).thenComparing(Chapter::event))
                .toList();
        this.outcomes = own.values().stream()
                .flatMap(entry -> entry.standingOutcomes().stream())
                .sorted(Comparator.comparing((OutcomeReported outcome) -> outcome.year() * 100 + outcome.month())
                        .thenComparing(OutcomeReported::outcome)
                        .reversed())
                .toList();
        for (Chapter chapter : chapters) {
            for (Side side : chapter.sides()) {
                List<Chapter> met = meetings.computeIfAbsent(faces.personOf(side.who()), person -> new ArrayList<>());
                if (!met.contains(chapter)) {
                    met.add(chapter);
                }
            }
        }
        for (OutcomeReported outcome : outcomes) {
            outcome.credited().stream()
                    .flatMap(Story::person)
                    .forEach(who -> cameOf.computeIfAbsent(faces.personOf(who), person -> new HashSet<>())
                            .add(outcome.kind()));
        }
    }

    History tell() {
        List<Evening> evenings = new ArrayList<>();
        Set<String> metBefore = new HashSet<>();
        for (Chapter chapter : chapters) {
            evenings.add(evening(chapter, metBefore));
            chapter.sides().forEach(side -> metBefore.add(faces.personOf(side.who())));
        }
        Collections.reverse(evenings);
        List<WhatCameOfIt> came = outcomes.stream().map(this::whatCameOfIt).toList();
        HowFar.Totals totals =
                HowFar.Totals.of(meetings.keySet().stream().map(this::howFar).toList());
        return new History(evenings, acquaintances(), totals, ChatsThatCounted.of(came), came);
    }

    private Evening evening(Chapter chapter, Set<String> metBefore) {
        List<Met> met = chapter.sides().stream()
                .map(side -> met(chapter, side, metBefore))
                .toList();
        return new Evening(
                chapter.event(),
                chapter.me(),
                chapter.facts(),
                chapter.answer().isPresent(),
                met,
                chapter.answer().map(Story::unnamed).orElse(List.of()).size(),
                chapter.answer().map(answer -> measures(chapter, answer, met, metBefore)));
    }

    private Met met(Chapter chapter, Side side, Set<String> metBefore) {
        String person = faces.personOf(side.who());
        HowFar stage = howFar(person);
        return new Met(
                side.who(),
                firstMetAs(person, side.who()),
                faces.nameOf(side.who()),
                chapter.sectorOf(side.who()),
                known(side, metBefore.contains(person)),
                side.talk(),
                side.again(),
                side.introduced().by(),
                introducer(side.introduced()),
                saidBy(chapter, side),
                meetings.getOrDefault(person, List.of()).size(),
                stage.stage(),
                stage.words());
    }

    private Who firstMetAs(String person, Who here) {
        return meetings.getOrDefault(person, List.of()).stream()
                .findFirst()
                .map(first -> side(first, person).who())
                .orElse(here);
    }

    /** Section 4 of measures: known wins, not sure alone is new; only the owner's own word and own earlier meetings. */
    private static Known known(Side side, boolean metBefore) {
        if (side.before().isKnown() || metBefore) {
            return Known.KNOWN;
        }
        return side.before() == FeedbackAnswered.Before.UNSURE ? Known.UNSURE : Known.NEW;
    }

    private SaidBy saidBy(Chapter chapter, Side side) {
        HistoryEntry other = side.who().isAttendance()
                ? theirs.get(new AttendanceId(side.who().id()))
                : null;
        return other != null && other.names(chapter.me().value()) ? SaidBy.BOTH : SaidBy.ME;
    }

    private @Nullable String introducer(Introduction introduced) {
        return switch (introduced.by()) {
            case ATTENDANCE -> faces.nameOf(new Who(Who.Kind.ATTENDANCE, introduced.id()));
            case LABEL -> faces.nameOf(new Who(Who.Kind.LABEL, introduced.id()));
            case NOT_SAID, NOBODY, ORGANISER, ACTIVITY -> null;
        };
    }

    private Measures measures(Chapter chapter, FeedbackAnswered answer, List<Met> met, Set<String> metBefore) {
        int known =
                (int) met.stream().filter(one -> one.before() == Known.KNOWN).count();
        List<Sector> unnamed = unnamed(answer);
        Set<AttendanceId> present = present(chapter);
        SpokenTo spokenTo = SpokenTo.of(met.size(), known, unnamed.size());
        int knownThere = Math.max(
                knownThere(chapter, met, present, metBefore),
                answer.knownBefore().of(Math.max(0, present.size() - 1)));
        NewFaces newFaces = NewFaces.of(spokenTo, present.size(), knownThere);
        List<Sector> named = met.stream().map(Met::sector).toList();
        SectorMix mix = SectorMix.of(
                sectorOf(chapter, chapter.me()),
                named,
                unnamed,
                present.stream().map(guest -> sectorOf(chapter, guest)).toList());
        Kinds kinds = Kinds.of(Stream.concat(named.stream(), unnamed.stream()).toList());
        Optional<KnowAgain> again = KnowAgain.of(met.stream().map(Met::again).toList());
        boolean saidWhom = spokenTo.people() > 0 || answer.sent();
        List<String> sentences = Stream.of(
                        saidWhom ? Optional.of(spokenTo.sentence()) : Optional.<String>empty(),
                        again.flatMap(KnowAgain::sentence),
                        kinds.sentence(),
                        newFaces.sentence(),
                        mix.sentence())
                .flatMap(Optional::stream)
                .toList();
        return new Measures(present.size(), knownThere, spokenTo, newFaces, mix, kinds, again, sentences);
    }

    /** Everybody checked in, and the owner, who says they were there; nobody at all if no check-in was taken. */
    private static Set<AttendanceId> present(Chapter chapter) {
        Set<AttendanceId> present = new LinkedHashSet<>(
                chapter.room() == null ? Set.of() : chapter.room().present());
        if (!present.isEmpty()) {
            present.add(chapter.me());
        }
        return present;
    }

    /** People there whom the owner knew by their own records: met earlier, or said to be known this time. */
    private int knownThere(Chapter chapter, List<Met> met, Set<AttendanceId> present, Set<String> metBefore) {
        Set<String> known = new HashSet<>();
        met.stream().filter(one -> one.before() == Known.KNOWN).forEach(one -> known.add(faces.personOf(one.who())));
        present.stream()
                .filter(guest -> !guest.equals(chapter.me()))
                .map(guest -> faces.personOf(new Who(Who.Kind.ATTENDANCE, guest.value())))
                .filter(metBefore::contains)
                .forEach(known::add);
        return known.size();
    }

    private static Sector sectorOf(Chapter chapter, AttendanceId guest) {
        return chapter.room() == null ? Sector.NOT_SAID : chapter.room().sectorOf(guest);
    }

    /** One entry a person, at most fifty. */
    private static List<Sector> unnamed(FeedbackAnswered answer) {
        List<Sector> sectors = new ArrayList<>();
        for (Unnamed group : answer.others()) {
            sectors.addAll(Collections.nCopies(group.count(), group.sector()));
        }
        return sectors.size() > 50 ? sectors.subList(0, 50) : sectors;
    }

    private HowFar howFar(String person) {
        return HowFar.of(meetings.getOrDefault(person, List.of()).size(), cameOf.getOrDefault(person, Set.of()));
    }

    private List<Acquaintance> acquaintances() {
        List<Acquaintance> people = new ArrayList<>();
        meetings.forEach((person, met) -> people.add(acquaintance(person, met)));
        people.sort(Comparator.comparing(
                        (Acquaintance one) -> Optional.ofNullable(one.lastMet()).orElse(Instant.EPOCH))
                .reversed()
                .thenComparing(Acquaintance::name));
        return people;
    }

    private Acquaintance acquaintance(String person, List<Chapter> met) {
        Chapter first = met.get(0);
        Who who = side(first, person).who();
        HowFar stage = howFar(person);
        return new Acquaintance(
                who,
                faces.nameOf(who),
                first.facts().map(Room.Facts::startsAt).orElse(null),
                met.get(met.size() - 1).facts().map(Room.Facts::startsAt).orElse(null),
                met.size(),
                stage.stage(),
                stage.words(),
                met.stream().anyMatch(chapter -> saidBy(chapter, side(chapter, person)) == SaidBy.BOTH),
                met.stream().map(Chapter::event).toList());
    }

    private Side side(Chapter chapter, String person) {
        return chapter.sides().stream()
                .filter(side -> faces.personOf(side.who()).equals(person))
                .findFirst()
                .orElseThrow();
    }

    private WhatCameOfIt whatCameOfIt(OutcomeReported outcome) {
        Optional<Chapter> chapter = chapters.stream()
                .filter(one -> one.event().equals(outcome.event()))
                .findFirst();
        return new WhatCameOfIt(
                outcome.outcome(),
                outcome.event(),
                chapter.flatMap(Chapter::facts).map(Room.Facts::title).orElse(null),
                outcome.kind(),
                outcome.direction(),
                outcome.year(),
                outcome.month(),
                outcome.credited().stream()
                        .flatMap(Story::person)
                        .map(who -> new History.Thanks(who, faces.nameOf(who)))
                        .toList(),
                outcome.credited().stream().anyMatch(link -> link.kind() == Link.OVERHEARD),
                beganAsChat(outcome, chapter));
    }

    private static boolean beganAsChat(OutcomeReported outcome, Optional<Chapter> chapter) {
        if (outcome.credited().isEmpty()) {
            return false;
        }
        Credited first = outcome.credited().get(0);
        return first.kind() == Link.OVERHEARD
                || chapter.stream()
                        .flatMap(one -> one.sides().stream())
                        .anyMatch(side ->
                                side.who().id().equals(first.id()) && side.talk() == FeedbackAnswered.Talk.CHAT);
    }

    private static Stream<Who> person(Credited credited) {
        return switch (credited.kind()) {
            case ATTENDANCE -> Stream.of(new Who(Who.Kind.ATTENDANCE, credited.id()));
            case LABEL -> Stream.of(new Who(Who.Kind.LABEL, credited.id()));
            case OVERHEARD -> Stream.empty();
        };
    }
}
