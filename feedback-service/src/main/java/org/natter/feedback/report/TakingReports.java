package org.natter.feedback.report;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.measure.Again;
import org.natter.feedback.measure.Crowd;
import org.natter.feedback.measure.Familiar;
import org.natter.feedback.measure.Gate;
import org.natter.feedback.measure.Knit;
import org.natter.feedback.measure.Mixing;
import org.natter.feedback.measure.NewFaces;
import org.natter.feedback.measure.Newcomers;
import org.natter.feedback.measure.Pull;
import org.natter.feedback.measure.Ratings;
import org.natter.feedback.measure.Remembering;
import org.natter.feedback.measure.SectorGrid;
import org.natter.feedback.measure.SectorGroups;
import org.natter.feedback.measure.Told;

/**
 * Takes the report of one event: every gate is here, and nothing below one leaves this service.
 *
 * <p>Pure: the same evidence gives the same report. Source: measures, sections 7 and 9.
 */
public final class TakingReports {

    private static final double MANY_NEW = 0.65;
    private static final double AS_CHANCE = 0.95;
    private static final double WELCOMED = 0.8;

    private TakingReports() {}

    /** Of an event about which nothing was asked besides. */
    static EventReport of(Evidence evidence, Instant at) {
        return of(evidence, new TakingOwnQuestions.Taken(List.of(), List.of()), at);
    }

    static EventReport of(Evidence evidence, TakingOwnQuestions.Taken besides, Instant at) {
        var came = Math.max(evidence.here().size(), evidence.answers().size());
        return new EventReport(
                evidence.event(),
                at,
                came,
                evidence.answers().size(),
                evidence.answers().size() < Gate.FEEDBACK ? null : feedback(evidence),
                evidence.crowd().answers() < Gate.MIXING ? null : conversations(evidence),
                reasons(evidence),
                besides.own(),
                besides.forSpeakers());
    }

    private static EventReport.Feedback feedback(Evidence evidence) {
        var faces = evidence.answers().values().stream()
                .map(AnswerTold::familiarFaces)
                .filter(said -> Familiar.median(List.of(said)).isPresent())
                .toList();
        return new EventReport.Feedback(
                rated(evidence, AnswerTold::worthComing),
                rated(evidence, AnswerTold::feltWelcome),
                faces.size() < Gate.PEOPLE ? null : Familiar.median(faces).orElse(null));
    }

    private static @Nullable Told rated(Evidence evidence, ToIntFunction<AnswerTold> said) {
        var ratings = Ratings.of(
                evidence.answers().values().stream().map(said::applyAsInt).toList());
        return Told.of(ratings.topTwo(), ratings.people()).orElse(null);
    }

    private static EventReport.Conversations conversations(Evidence evidence) {
        var everybody = evidence.crowd();
        var again = evidence.again().flatMap(Again::word).orElse(null);
        var guests = evidence.crowdWithoutHosts();
        if (guests.answers() < Gate.MIXING) {
            return new EventReport.Conversations(
                    null, null, null, null, Knit.of(everybody).word(), recall(everybody), again, null);
        }
        var faces = NewFaces.of(guests);
        var newcomers = Newcomers.of(guests);
        var sectors = sectors(guests);
        return new EventReport.Conversations(
                newFaces(guests, faces),
                evidence.pull()
                        .filter(Pull::isShown)
                        .map(Pull::relativeRisk)
                        .filter(OptionalDouble::isPresent)
                        .map(risk -> Pull.Word.of(risk.getAsDouble()))
                        .orElse(null),
                sectors,
                newcomers.word().orElse(null),
                Knit.of(everybody).word(),
                recall(everybody),
                again,
                suggestion(faces, sectors, Mixing.of(guests).ratio(), newcomers, guests.people() < everybody.people()));
    }

    private static @Nullable Told newFaces(Crowd crowd, NewFaces faces) {
        return faces.share().isEmpty()
                ? null
                : Told.of(
                        faces.share().getAsDouble(),
                        crowd.answers(),
                        Gate.lets(faces.behindNew(), faces.behindKnown()));
    }

    /** One grouping for the whole report, decided on those who answered; without one nothing is said of sectors. */
    private static EventReport.@Nullable Sectors sectors(Crowd crowd) {
        var mixing = Mixing.of(crowd);
        var groups = groups(crowd);
        if (groups.isEmpty() || mixing.ratio().isEmpty()) {
            return null;
        }
        var numbers = crowd.answers() >= Gate.NUMBERS && Gate.lets(behind(crowd, true), behind(crowd, false));
        return new EventReport.Sectors(
                Mixing.Word.of(mixing.ratio().getAsDouble()),
                numbers ? percent(mixing.roomDiversity()) : null,
                numbers ? percent(mixing.talkDiversity()) : null,
                SectorGrid.of(crowd, groups.get()).cells().stream()
                        .map(cell -> new EventReport.Cell(sector(cell.one()), sector(cell.other()), cell.word()))
                        .toList());
    }

    private static Optional<SectorGroups> groups(Crowd crowd) {
        var bySector = crowd.voices().stream()
                .map(voice -> crowd.sectorOf(voice.writer()))
                .collect(Collectors.groupingBy(
                        sector -> sector == Sector.NOT_SAID ? Sector.OTHER : sector,
                        () -> new EnumMap<>(Sector.class),
                        Collectors.summingInt(one -> 1)));
        return InGroups.of(bySector, Sector.OTHER);
    }

    private static Sector sector(String name) {
        return name.isEmpty() ? Sector.OTHER : Sector.valueOf(name);
    }

    /** How many people had a talk that crossed sectors, or one that did not. */
    private static int behind(Crowd crowd, boolean across) {
        return (int) crowd.reported().stream()
                .filter(pair -> across != crowd.sectorOf(pair.one()).equals(crowd.sectorOf(pair.other())))
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .distinct()
                .count();
    }

    /** What one side recalls of what there was, in per cent; only among twenty answers, and with enough of either sort. */
    private static @Nullable Integer recall(Crowd crowd) {
        var both = Remembering.of(crowd);
        return crowd.answers() >= Gate.NUMBERS && both.mutual() >= Gate.PEOPLE && both.oneSided() >= Gate.PEOPLE
                ? percent(both.recall())
                : null;
    }

    /**
     * By what the report says, and by nothing else: only what reads as short of something is to be tried for, and nobody who
     * had hosts is told to ask some. How far each figure falls short decides between several.
     */
    private static EventReport.@Nullable Suggestion suggestion(
            NewFaces faces,
            EventReport.@Nullable Sectors sectors,
            OptionalDouble mixing,
            Newcomers newcomers,
            boolean hosted) {
        var shortBy = new EnumMap<EventReport.Suggestion, Double>(EventReport.Suggestion.class);
        faces.share()
                .ifPresent(share -> shortBy.put(EventReport.Suggestion.SMALL_TABLES, (MANY_NEW - share) / MANY_NEW));
        if (sectors != null && sectors.word() == Mixing.Word.KEPT_TO_THEIR_OWN) {
            mixing.ifPresent(ratio -> shortBy.put(EventReport.Suggestion.ONE_SWAP, (AS_CHANCE - ratio) / AS_CHANCE));
        }
        if (!hosted
                && newcomers
                        .word()
                        .filter(Newcomers.Word.COULD_DO_WITH_A_HELLO::equals)
                        .isPresent()) {
            newcomers
                    .welcome()
                    .ifPresent(share -> shortBy.put(EventReport.Suggestion.TWO_HOSTS, (WELCOMED - share) / WELCOMED));
        }
        return shortBy.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<EventReport.Reason> reasons(Evidence evidence) {
        var people = evidence.absences().entrySet().stream()
                .filter(said -> !evidence.answers().containsKey(said.getKey())) // they were there after all
                .map(Map.Entry::getValue)
                .filter(reason -> reason != AbsenceReason.NOT_SAID)
                .collect(Collectors.groupingBy(
                        reason -> reason, () -> new EnumMap<>(AbsenceReason.class), Collectors.summingInt(one -> 1)));
        return InGroups.told(people, AbsenceReason.OTHER).entrySet().stream()
                .map(told -> new EventReport.Reason(told.getKey(), told.getValue()))
                .toList();
    }

    private static @Nullable Integer percent(OptionalDouble share) {
        return share.isEmpty() ? null : Told.percent(share.getAsDouble());
    }
}
