package org.natter.attendee.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Came;
import org.natter.attendee.history.History.Acquaintance;
import org.natter.attendee.history.History.Evening;
import org.natter.attendee.history.History.SoFar;
import org.natter.attendee.history.History.Yardstick;
import org.natter.attendee.history.Notebook.Page;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.Sector;

/** Composes one person's history from what was read: a pure function, so the same rows always give the same history. */
final class HistoryComposition {

    private static final int YARDSTICK_FROM = 3;

    private final HistoryRows rows;
    private final OwnRecords records;
    private final ToldOutcomes outcomes;
    private final EveningComposition evenings;

    HistoryComposition(HistoryRows rows) {
        this.rows = rows;
        this.records = new OwnRecords(rows);
        this.outcomes = new ToldOutcomes(rows, records);
        this.evenings = new EveningComposition(rows, records);
    }

    History compose() {
        var composed = new ArrayList<Evening>();
        var metBefore = new HashSet<String>();
        for (var visit : records.visits()) {
            composed.add(0, evenings.evening(visit, metBefore));
            visit.sides().forEach(side -> metBefore.add(records.personOf(side.who())));
        }
        var came = outcomes.newestFirst();
        var stages = records.meetings().keySet().stream().map(this::stageWith).toList();
        return new History(
                composed, acquaintances(), Stage.Totals.of(stages), ChatsThatCounted.of(came), came, soFar(composed));
    }

    /** The other pages about whoever has this one: written while they stood here under another name or evening. */
    Set<AcquaintanceId> pagesBeside(AcquaintanceId page) {
        return records.pagesBeside(page);
    }

    /** What goes when the meeting that was added under this id is taken back. */
    TakenBack takenBack(AcquaintanceId meeting) {
        return records.takenBack(meeting);
    }

    /** On whose page it stands that whoever has this one is that other one; empty if they are the same already. */
    Optional<AcquaintanceId> becoming(AcquaintanceId page, AcquaintanceId other) {
        return records.becoming(page, other);
    }

    /** The day of the first meeting with whoever has this page; empty for an old friend, who was met before any of these. */
    Optional<LocalDate> firstMet(AcquaintanceId page) {
        return records.who(page)
                .map(records::personOf)
                .flatMap(person -> Optional.ofNullable(records.meetings().get(person))
                        .map(met -> met.get(0))
                        .filter(first -> !records.side(first, person).before().isKnown())
                        .flatMap(Visit::day));
    }

    private Stage stageWith(String person) {
        var kinds = new HashSet<>(outcomes.owedTo(person));
        if (records.pagesOf(person).stream().anyMatch(Page::hasKeptInTouch)) {
            kinds.add(Kind.KEPT_IN_TOUCH);
        }
        var again = records.pagesOf(person).stream().anyMatch(Page::hasMetAgain) ? 1 : 0;
        return Stage.of(records.meetings().getOrDefault(person, List.of()).size() + again, kinds);
    }

    private List<Acquaintance> acquaintances() {
        return records.meetings().entrySet().stream()
                .map(met -> acquaintance(met.getKey(), met.getValue()))
                .sorted(Comparator.comparing((Acquaintance one) -> one.lastMet() == null
                                ? Instant.EPOCH
                                : one.lastMet().at())
                        .reversed()
                        .thenComparing(Acquaintance::name))
                .toList();
    }

    private Acquaintance acquaintance(String person, List<Visit> met) {
        var first = records.side(met.get(0), person);
        return new Acquaintance(
                records.firstMetAs(person),
                records.idsOf(person),
                records.reallyId(first.who()),
                records.nameOf(first.who()),
                met.get(0).moment().orElse(null),
                met.get(met.size() - 1).moment().orElse(null),
                met.size(),
                first.before().isKnown(),
                stageWith(person),
                records.pagesOf(person).stream().anyMatch(Page::hasMetAgain),
                records.pagesOf(person).stream().anyMatch(Page::hasKeptInTouch),
                met.stream().anyMatch(visit -> evenings.bothSaidSo(records.side(visit, person))),
                person.startsWith("label/"),
                Notebook.notes(records.pagesOf(person).stream()),
                met.stream().map(Visit::event).toList());
    }

    private SoFar soFar(List<Evening> evenings) {
        var firsts = new HashSet<String>();
        var fresh = 0;
        var again = new LinkedHashMap<String, Again>();
        var sectors = new LinkedHashMap<String, Sector>();
        for (var visit : records.visits()) {
            for (var side : visit.sides()) {
                var person = records.personOf(side.who());
                fresh += firsts.add(person) && !side.before().isKnown() ? 1 : 0;
                if (side.again() != Again.NOT_SAID) {
                    again.put(person, side.again());
                }
                if (visit.sectorOf(side.who()) != Sector.NOT_SAID) {
                    sectors.put(person, visit.sectorOf(side.who()));
                }
            }
        }
        return new SoFar(
                (int) records.visits().stream()
                        .filter(visit -> visit.saysWhom() && visit.isEvening())
                        .count(),
                records.meetings().size(),
                fresh,
                records.visits().stream()
                        .mapToInt(visit -> visit.unnamed().size())
                        .sum(),
                KnowAgain.of(again.values()),
                SectorVariety.of(sectors.values()),
                outcomes.soFar(),
                Circles.of(records.meetings().keySet(), rows.ties()),
                (int) records.meetings().values().stream()
                        .filter(this::sharesCircles)
                        .count(),
                FamiliarFaces.trendWord(records.visits().stream()
                        .filter(Visit::isEvening)
                        .flatMap(visit -> visit.answer().stream())
                        .map(FeedbackAnswered::familiar)
                        .toList()),
                company(evenings),
                yardstick(evenings));
    }

    private Optional<Company> company(List<Evening> evenings) {
        return Company.of(evenings.stream()
                .flatMap(evening -> evening.measures().flatMap(EveningMeasures::spokenTo).stream()
                        .map(spoken -> new Company.Told(cameTo(evening), spoken.newPeople())))
                .toList());
    }

    private Came cameTo(Evening evening) {
        return Optional.ofNullable(rows.own().get(evening.attendance()))
                .flatMap(HistoryEntry::answered)
                .map(FeedbackAnswered::cameWith)
                .orElse(Came.NOT_SAID);
    }

    private boolean sharesCircles(List<Visit> met) {
        return met.stream()
                .flatMap(visit -> visit.sides().stream())
                .filter(side -> records.meetings().get(records.personOf(side.who())) == met)
                .flatMap(side -> records.idOf(side.who()).stream())
                .map(person -> rows.shared().getOrDefault(person, Notebook.Shared.NOTHING_SAID))
                .anyMatch(shared -> shared.sharing().sharesCircles());
    }

    /** @param evenings newest first */
    private static Optional<Yardstick> yardstick(List<Evening> evenings) {
        var fresh = evenings.stream()
                .flatMap(evening -> evening.measures().stream())
                .flatMap(measures -> measures.spokenTo().stream())
                .map(spoken -> (double) spoken.newPeople())
                .toList();
        return fresh.size() < YARDSTICK_FROM
                ? Optional.empty()
                : Optional.of(new Yardstick(
                        fresh.get(0).intValue(),
                        Medians.of(fresh.subList(1, fresh.size())).orElseThrow(),
                        fresh.size() - 1));
    }
}
