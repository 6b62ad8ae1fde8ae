package org.natter.attendee.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.history.History.Outcome;
import org.natter.attendee.history.History.Telling;
import org.natter.attendee.history.OutcomeReported.Credited;
import org.natter.attendee.history.OutcomeReported.CreditedTo;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** What came of it, told with answers or in the notebook, and to whom it is owed; without what was owed to the removed alone. */
final class ToldOutcomes {

    private static final int MIDDLE_OF_A_MONTH = 15;
    private static final int FIRST_GENERATION = 1;

    private final HistoryRows rows;
    private final OwnRecords records;
    /** Newest first. */
    private final List<Told> outcomes;

    private final Map<String, Set<Kind>> cameOf = new HashMap<>();

    ToldOutcomes(HistoryRows rows, OwnRecords records) {
        this.rows = rows;
        this.records = records;
        this.outcomes = Stream.concat(
                        rows.own().entrySet().stream()
                                .flatMap(entry -> entry.getValue().standingOutcomes().stream())
                                .map(this::told)
                                .flatMap(outcome -> withoutRemoved(outcome).stream()),
                        rows.notebook().allOutcomes().entrySet().stream()
                                .filter(own -> !isOwedToRemoved(own.getValue()))
                                .map(own -> told(own.getKey(), own.getValue())))
                .sorted(Comparator.comparing((Told outcome) -> outcome.year() * 100 + outcome.month())
                        .thenComparing(Told::outcome)
                        .reversed())
                .toList();
        for (var outcome : outcomes) {
            outcome.whom()
                    .forEach(who -> cameOf.computeIfAbsent(records.personOf(who), first -> new HashSet<>())
                            .add(outcome.kind()));
        }
    }

    /** Newest first. */
    List<Outcome> newestFirst() {
        return outcomes.stream().map(this::whatCameOfIt).toList();
    }

    /** What came of knowing this person. */
    Set<Kind> owedTo(String person) {
        return cameOf.getOrDefault(person, Set.of());
    }

    WhatCameOfIt soFar() {
        return WhatCameOfIt.of(outcomes.stream()
                .map(one -> new WhatCameOfIt.Thing(one.kind(), one.direction(), daysTo(one)))
                .toList());
    }

    /** What came of it goes with whom it is owed to; owed to others as well it stays theirs. */
    private Optional<Told> withoutRemoved(Told outcome) {
        var left = outcome.credited().stream()
                .filter(link -> link.who().filter(records::isRemoved).isEmpty())
                .toList();
        return left.isEmpty() && !outcome.credited().isEmpty()
                ? Optional.empty()
                : Optional.of(new Told(
                        outcome.outcome(),
                        outcome.event(),
                        outcome.kind(),
                        outcome.direction(),
                        outcome.year(),
                        outcome.month(),
                        left,
                        outcome.words(),
                        outcome.telling()));
    }

    private boolean isOwedToRemoved(Notebook.OwnOutcome own) {
        return Optional.ofNullable(own.person())
                .flatMap(records::who)
                .filter(records::isRemoved)
                .isPresent();
    }

    private Told told(OutcomeReported outcome) {
        var words = Optional.ofNullable(rows.kept().get(outcome.writer()))
                .map(kept -> kept.outcomes().get(outcome.outcome()))
                .orElse("");
        return new Told(
                outcome.outcome(),
                outcome.event(),
                outcome.kind(),
                outcome.direction(),
                outcome.year(),
                outcome.month(),
                outcome.credited(),
                words,
                new Telling(outcome.writer(), generationOf(outcome.writer())));
    }

    /** It belongs to the first meeting with whom it is owed to. */
    private Told told(String id, Notebook.OwnOutcome own) {
        var person = Optional.ofNullable(own.person()).flatMap(records::who).map(records::personOf);
        var first = person.map(records.meetings()::get).map(met -> met.get(0));
        var credited = first.flatMap(visit -> records.sideOf(visit, person.orElseThrow()))
                .map(Side::who)
                .map(who -> new Credited(
                        who.attendance().isPresent() ? CreditedTo.ATTENDANCE : CreditedTo.LABEL, who.id()));
        return new Told(
                id,
                first.map(Visit::event).orElse(null),
                own.kind(),
                own.direction(),
                own.year(),
                own.month(),
                credited.stream().toList(),
                own.words(),
                null);
    }

    /** Of the newest invitation to the form. */
    private int generationOf(AttendanceId writer) {
        return Optional.ofNullable(rows.own().get(writer))
                .map(HistoryEntry::invited)
                .map(InvitedToAnswer::generation)
                .orElse(FIRST_GENERATION);
    }

    private Outcome whatCameOfIt(Told outcome) {
        return new Outcome(
                outcome.outcome(),
                outcome.event(),
                outcome.kind(),
                outcome.direction(),
                outcome.year(),
                outcome.month(),
                beganAsChat(outcome),
                isOverheard(outcome),
                List.copyOf(outcome.whom()
                        .collect(Collectors.toMap(
                                records::personOf, records::nameOf, (first, same) -> first, LinkedHashMap::new))
                        .values()),
                outcome.whom()
                        .map(records::personOf)
                        .filter(records.meetings()::containsKey)
                        .map(records::firstMetAs)
                        .distinct()
                        .toList(),
                outcome.words(),
                outcome.telling());
    }

    private static boolean isOverheard(Told outcome) {
        return outcome.credited().stream().limit(1).anyMatch(first -> first.kind() == CreditedTo.OVERHEARD);
    }

    private boolean beganAsChat(Told outcome) {
        return isOverheard(outcome)
                || outcome.credited().stream()
                        .limit(1)
                        .flatMap(first -> first.who().stream())
                        .map(records::personOf)
                        .anyMatch(person -> records.visits().stream()
                                .filter(visit -> visit.event().equals(outcome.event()))
                                .flatMap(visit -> visit.sides().stream())
                                .anyMatch(side ->
                                        records.personOf(side.who()).equals(person) && side.talk() == Talk.CHAT));
    }

    /** From the first meeting with anybody it is owed to, to the middle of the month in which it came. */
    private OptionalDouble daysTo(Told outcome) {
        var end = LocalDate.of(outcome.year(), outcome.month(), MIDDLE_OF_A_MONTH);
        return outcome.whom()
                .flatMap(who -> records.meetings().getOrDefault(records.personOf(who), List.of()).stream())
                .flatMap(visit -> visit.day().stream())
                .min(Comparator.naturalOrder())
                .map(first -> OptionalDouble.of(Math.max(0, ChronoUnit.DAYS.between(first, end))))
                .orElse(OptionalDouble.empty());
    }

    /** Something that came of it, wherever it was told. */
    private record Told(
            String outcome,
            @Nullable EventId event,
            Kind kind,
            Direction direction,
            int year,
            int month,
            List<Credited> credited,
            String words,
            @Nullable Telling telling) {

        Stream<Who> whom() {
            return credited.stream().flatMap(link -> link.who().stream());
        }
    }
}
