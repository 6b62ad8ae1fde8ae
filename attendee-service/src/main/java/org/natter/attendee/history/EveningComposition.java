package org.natter.attendee.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.natter.attendee.history.FeedbackAnswered.KnownBefore;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.history.History.Evening;
import org.natter.attendee.history.History.Met;
import org.natter.attendee.history.History.NewOrKnown;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.PrivateWords;

/** One evening of the owner's: whom they met, who introduced whom, and its measures. */
final class EveningComposition {

    private static final int MOST_INTRODUCED_IN_A_ROW = 4;

    private final HistoryRows rows;
    private final OwnRecords records;

    EveningComposition(HistoryRows rows, OwnRecords records) {
        this.rows = rows;
        this.records = records;
    }

    /** @param metBefore everybody met at earlier ones */
    Evening evening(Visit visit, Set<String> metBefore) {
        return new Evening(
                visit.event(),
                visit.me(),
                visit.room().told(),
                visit.answer().map(FeedbackAnswered::at),
                visit.sides().stream().map(side -> met(visit, side, metBefore)).toList(),
                visit.unnamed().size(),
                visit.isTold() && visit.isEvening() ? Optional.of(measures(visit, metBefore)) : Optional.empty(),
                Optional.ofNullable(rows.kept().get(visit.me()))
                        .map(PrivateWords.Kept::overheard)
                        .orElse(""),
                introductions(visit),
                Optional.ofNullable(rows.own().get(visit.me())).map(HistoryEntry::invited),
                rows.notebook().aimAt(visit.event()),
                visit.elsewhere(),
                visit.elsewhere() || visit.room().wasHere(visit.me()));
    }

    private Met met(Visit visit, Side side, Set<String> metBefore) {
        var person = records.personOf(side.who());
        var introducer = introducer(side);
        return new Met(
                records.firstMetAs(person),
                records.nameOf(side.who()),
                visit.sectorOf(side.who()),
                isKnown(side, metBefore) ? NewOrKnown.KNOWN : NewOrKnown.NEW,
                side.talk(),
                side.again(),
                introducer.map(records::nameOf).orElse(null),
                introducer
                        .map(records::personOf)
                        .filter(records.meetings()::containsKey)
                        .map(records::firstMetAs)
                        .orElse(null),
                bothSaidSo(side),
                records.byHand(visit, person).orElse(null));
    }

    /** Section 4 of measures: known wins, not sure alone is new; only the owner's own word and own earlier meetings. */
    private boolean isKnown(Side side, Set<String> metBefore) {
        return side.before().isKnown() || metBefore.contains(records.personOf(side.who()));
    }

    /** One who removed the owner, or does not share this, is like one who never said so. */
    boolean bothSaidSo(Side side) {
        return side.who()
                .attendance()
                .filter(rows.saidSoToo()::contains)
                .filter(other -> sharesBothSaidSo(side.who()))
                .isPresent();
    }

    private boolean sharesBothSaidSo(Who who) {
        var shared = records.idOf(who).map(rows.shared()::get).orElse(Notebook.Shared.NOTHING_SAID);
        return shared.sharing().sharesBothSaidSo()
                && rows.attendances().values().stream()
                        .noneMatch(mine -> shared.removed().contains(mine.value()));
    }

    private List<List<String>> introductions(Visit visit) {
        var chains = visit.sides().stream()
                .filter(side -> introducer(side).isPresent())
                .map(this::chainTo)
                .toList();
        return chains.stream()
                .filter(chain -> chains.stream()
                        .noneMatch(longer ->
                                longer.size() > chain.size() && Collections.indexOfSubList(longer, chain) >= 0))
                .distinct()
                .toList();
    }

    /** From the first introducer to this one; nobody twice. */
    private List<String> chainTo(Side last) {
        var seen = new LinkedHashSet<String>();
        var names = new ArrayList<String>();
        seen.add(records.personOf(last.who()));
        names.add(records.nameOf(last.who()));
        var introducer = introducer(last);
        while (introducer.isPresent()
                && names.size() < MOST_INTRODUCED_IN_A_ROW
                && seen.add(records.personOf(introducer.get()))) {
            names.add(0, records.nameOf(introducer.get()));
            introducer = introducerOf(records.personOf(introducer.get()));
        }
        return List.copyOf(names);
    }

    private Optional<Who> introducerOf(String person) {
        return records.meetings().getOrDefault(person, List.of()).stream()
                .map(visit -> records.side(visit, person))
                .flatMap(side -> introducer(side).stream())
                .findFirst();
    }

    /** Nobody where the owner has removed them, and nobody to themselves. */
    private Optional<Who> introducer(Side side) {
        var met = records.personOf(side.who());
        return side.introduced()
                .who()
                .filter(who -> !records.isRemoved(who) && !records.personOf(who).equals(met));
    }

    private EveningMeasures measures(Visit visit, Set<String> metBefore) {
        var sides = visit.sides();
        var known = sides.stream().filter(side -> isKnown(side, metBefore)).toList();
        var unnamed = visit.unnamed();
        var present = visit.present();
        var spokenTo = SpokenTo.of(sides.size(), known.size(), unnamed.size());
        var knownBefore = visit.answer().map(FeedbackAnswered::knownBefore).orElse(KnownBefore.NOT_SAID);
        var knownThere =
                Math.max(knownThere(visit, known, present, metBefore), knownBefore.of(Math.max(0, present.size() - 1)));
        var named = sides.stream().map(side -> visit.sectorOf(side.who())).toList();
        var inTheRoom = present.stream().map(visit.room()::sectorOf).toList();
        return new EveningMeasures(
                visit.saysWhom() ? Optional.of(spokenTo) : Optional.empty(),
                KnowAgain.of(sides.stream().map(Side::again).toList()),
                SectorCount.of(Stream.concat(named.stream(), unnamed.stream()).toList()),
                NewFaces.of(spokenTo, present.size(), knownThere),
                SectorMix.of(visit.room().sectorOf(visit.me()), named, unnamed, inTheRoom),
                present.size());
    }

    /** How many people there the owner knew by their own records: met earlier, or said to be known this time. */
    private int knownThere(Visit visit, List<Side> known, Set<AttendanceId> present, Set<String> metBefore) {
        var said = known.stream().map(side -> records.personOf(side.who()));
        var met = present.stream()
                .filter(guest -> !guest.equals(visit.me()))
                .flatMap(guest -> records.personOf(guest).stream())
                .filter(metBefore::contains);
        return (int) Stream.concat(said, met).distinct().count();
    }
}
