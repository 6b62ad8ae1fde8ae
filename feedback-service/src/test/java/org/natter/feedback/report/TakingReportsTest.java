package org.natter.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Evening.FamiliarFaces;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.measure.Again;
import org.natter.feedback.measure.Crowd;
import org.natter.feedback.measure.Evenings;
import org.natter.feedback.measure.Guest;
import org.natter.feedback.measure.Knit;
import org.natter.feedback.measure.Mixing;
import org.natter.feedback.measure.NewFaces;
import org.natter.feedback.measure.Newcomers;
import org.natter.feedback.measure.Pull;
import org.natter.feedback.measure.SectorGrid;
import org.natter.feedback.measure.Told;
import org.natter.feedback.measure.Told.Band;
import org.natter.feedback.measure.Voice;

/** The two rooms of {@code docs/measures.md}, as far as they may be told. */
class TakingReportsTest {

    private static final Pull KNOWN_PAIRS = new Pull(435, 82, 16, 35);

    @Test
    void harvestSupperIsToldInNumbersWhereEnoughPeopleStandBehindThem() {
        var evidence = Evidences.of(Evenings.harvestSupper(), List.of(0, 1, 3, 9, 10), List.of(1, 2, 4, 8, 8));

        var report = TakingReports.of(Evidences.counted(evidence, KNOWN_PAIRS), Evidences.AT);

        assertThat(report.came()).isEqualTo(30);
        assertThat(report.answered()).isEqualTo(23);
        assertThat(report.feedback())
                .isEqualTo(new EventReport.Feedback(
                        new Told(Band.MOST, null), new Told(Band.MOST, 70), FamiliarFaces.ABOUT_HALF));
        assertThat(report.mixing())
                .isEqualTo(new EventReport.Conversations(
                        new Told(Band.MOST, 70),
                        Pull.Word.TWICE,
                        new EventReport.Sectors(
                                Mixing.Word.AS_CHANCE,
                                75,
                                75,
                                List.of(
                                        cell(Sector.PUBLIC, Sector.PUBLIC, SectorGrid.Word.ABOUT_AS_MUCH),
                                        cell(Sector.PUBLIC, Sector.HEALTH, SectorGrid.Word.ABOUT_AS_MUCH),
                                        cell(Sector.PUBLIC, Sector.OTHER, SectorGrid.Word.ABOUT_AS_MUCH),
                                        cell(Sector.HEALTH, Sector.OTHER, SectorGrid.Word.LESS),
                                        cell(Sector.OTHER, Sector.OTHER, SectorGrid.Word.ABOUT_AS_MUCH))),
                        Newcomers.Word.COULD_DO_WITH_A_HELLO,
                        Knit.Word.ONE_CROWD,
                        80,
                        Band.ABOUT_HALF,
                        EventReport.Suggestion.TWO_HOSTS));
    }

    /** Most talks were with somebody new and sectors were as mixed as chance makes them: nobody is told to mix more. */
    @Test
    void whatMixedAsChanceHasItNeedsNoSwap() {
        var early = Evenings.earlyHarvest();
        var regulars = new Crowd(
                early.guests().stream()
                        .map(guest -> new Guest(guest.attendance(), guest.sector(), false))
                        .toList(),
                early.voices());
        var evidence = Evidences.of(regulars, List.of(0, 0, 3, 6, 6), List.of(0, 0, 3, 6, 6));

        var mixing = TakingReports.of(evidence, Evidences.AT).mixing();

        assertThat(Mixing.of(regulars).ratio().getAsDouble()).isCloseTo(0.987200, within(1e-6));
        assertThat(mixing.newFaces()).isEqualTo(new Told(Band.MOST, null));
        assertThat(mixing.sectors().word()).isEqualTo(Mixing.Word.AS_CHANCE);
        assertThat(mixing.newcomers()).isNull();
        assertThat(mixing.suggestion()).isNull();
    }

    /** Whoever hosts talks with everybody: they would make a room look more mixed than it was to its guests. */
    @Test
    void hostsAreLeftOutOfNewFacesSectorsAndNewcomersAndOfNothingElse() {
        var hosts = Set.of(Evenings.id("h26"), Evenings.id("h29"));
        var evidence = Evidences.of(Evenings.harvestSupper(), List.of(0, 1, 3, 9, 10), List.of(1, 2, 4, 8, 8));
        var guests = Evenings.harvestSupper().only(guest -> !hosts.contains(guest.attendance()));
        var withThem = TakingReports.of(evidence, Evidences.AT);

        var report = TakingReports.of(evidence.withHosts(hosts), Evidences.AT);

        assertThat(guests.answers()).isEqualTo(21);
        assertThat(NewFaces.of(guests).share().getAsDouble()).isCloseTo(48 / 62.0, within(1e-6));
        assertThat(Mixing.of(guests).across()).isEqualTo(29);
        assertThat(Mixing.of(guests).reported()).isEqualTo(39);
        assertThat(Mixing.of(guests).roomDiversity().getAsDouble()).isCloseTo(0.722222, within(1e-6));
        assertThat(withThem.mixing().newFaces()).isEqualTo(new Told(Band.MOST, 70));
        assertThat(report.mixing().newFaces()).isEqualTo(new Told(Band.MOST, 75));
        assertThat(withThem.mixing().sectors().room()).isEqualTo(75);
        assertThat(report.mixing().sectors().room()).isEqualTo(70);
        assertThat(withThem.mixing().suggestion()).isEqualTo(EventReport.Suggestion.TWO_HOSTS);
        assertThat(report.mixing().suggestion())
                .as("there were hosts, most faces were new, and sectors mixed as chance has it")
                .isNull();
        assertThat(report.came()).isEqualTo(30);
        assertThat(report.answered()).isEqualTo(23);
        assertThat(report.feedback()).isEqualTo(withThem.feedback());
        assertThat(report.mixing().knit()).isEqualTo(withThem.mixing().knit());
        assertThat(report.mixing().recall()).isEqualTo(withThem.mixing().recall());
    }

    @Test
    void whereTenAnsweredOnlyWithTheirHostsNothingIsToldOfWhoMixed() {
        var crowd = Evenings.earlyHarvest();
        var evidence = Evidences.of(crowd, List.of(0, 0, 3, 6, 6), List.of(0, 0, 3, 6, 6));
        var hosts = crowd.voices().stream().map(Voice::writer).limit(6).collect(Collectors.toSet());

        var mixing = TakingReports.of(evidence.withHosts(hosts), Evidences.AT).mixing();

        assertThat(mixing.newFaces()).isNull();
        assertThat(mixing.sectors()).isNull();
        assertThat(mixing.newcomers()).isNull();
        assertThat(mixing.suggestion()).isNull();
        assertThat(mixing.recall())
                .isEqualTo(TakingReports.of(evidence, Evidences.AT).mixing().recall());
    }

    /** Otherwise whoever names them could choose the few of whom the report speaks. */
    @Test
    void moreThanAFifthOfTheRoomAreNoHosts() {
        var crowd = Evenings.harvestSupper();
        var evidence = Evidences.of(crowd, List.of(0, 1, 3, 9, 10), List.of(1, 2, 4, 8, 8));
        var everyday = TakingReports.of(evidence, Evidences.AT);
        var writers = crowd.voices().stream().map(Voice::writer).toList();

        assertThat(TakingReports.of(evidence.withHosts(Set.copyOf(writers.subList(0, 7))), Evidences.AT))
                .isEqualTo(everyday);
        assertThat(TakingReports.of(evidence.withHosts(Set.copyOf(writers.subList(0, 6))), Evidences.AT))
                .isNotEqualTo(everyday);
    }

    @Test
    void thoseWhoHadMetBeforeAreToldOfFromFivePeopleOnEitherSide() {
        var evidence = Evidences.of(Evenings.harvestSupper(), List.of(0, 1, 3, 9, 10), List.of(1, 2, 4, 8, 8));
        var counts = new CountsTold(Evidences.EVENT, List.of(), List.of(new Again(24, 9, 12, 4)));

        assertThat(TakingReports.of(evidence.withCounts(counts), Evidences.AT)
                        .mixing()
                        .again())
                .isNull();
        assertThat(TakingReports.of(evidence, Evidences.AT).mixing().pull()).isNull();
    }

    @Test
    void fifteenAnswersAreToldInWords() {
        var evidence = Evidences.of(Evenings.earlyHarvest(), List.of(0, 0, 3, 6, 6), List.of(0, 0, 3, 6, 6));

        var mixing = TakingReports.of(Evidences.counted(evidence, new Pull(435, 82, 12, 25)), Evidences.AT)
                .mixing();

        assertThat(mixing.newFaces()).isEqualTo(new Told(Band.MOST, null));
        assertThat(mixing.sectors().word()).isEqualTo(Mixing.Word.AS_CHANCE);
        assertThat(mixing.sectors().room()).isNull();
        assertThat(mixing.sectors().talks()).isNull();
        assertThat(mixing.newcomers()).isEqualTo(Newcomers.Word.COULD_DO_WITH_A_HELLO);
        assertThat(mixing.recall()).isNull();
    }

    @Test
    void winterWarmerIsToldInWordsAndNothingOfWhoMixed() {
        var evidence = Evidences.of(Evenings.winterWarmer(), List.of(0, 0, 2, 2, 2), List.of(0, 1, 2, 2, 1));

        var report = TakingReports.of(Evidences.counted(evidence, new Pull(28, 4, 3, 5)), Evidences.AT);

        assertThat(report.came()).isEqualTo(8);
        assertThat(report.answered()).isEqualTo(6);
        assertThat(report.feedback())
                .isEqualTo(new EventReport.Feedback(
                        new Told(Band.MOST, null), new Told(Band.ABOUT_HALF, null), FamiliarFaces.ABOUT_HALF));
        assertThat(report.mixing()).isNull();
        assertThat(report.reasons()).isEmpty();
    }

    @Test
    void fourAnswersAreKeptPrivate() {
        var all = Evidences.of(Evenings.winterWarmer(), List.of(0, 0, 2, 2, 2), List.of(0, 1, 2, 2, 1));
        var four = new HashMap<>(all.answers());
        four.keySet().removeAll(all.answers().keySet().stream().limit(2).toList());

        var report = TakingReports.of(
                new Evidence(all.event(), all.guests(), Map.of(), all.here(), four, List.of()), Evidences.AT);

        assertThat(report.answered()).isEqualTo(4);
        assertThat(report.feedback()).isNull();
    }

    @Test
    void whatFourOfFiveSaidIsLeftOut() {
        var evidence = Evidences.of(Evenings.winterWarmer(), List.of(0, 0, 2, 2, 2), List.of(0, 1, 2, 2, 1));
        var unsaid = new HashMap<AttendanceId, AnswerTold>();
        evidence.answers()
                .forEach((writer, told) -> unsaid.put(
                        writer,
                        new AnswerTold(
                                writer,
                                told.event(),
                                told.at(),
                                unsaid.size() < 4 ? 5 : 0,
                                told.feltWelcome(),
                                told.met(),
                                told.others(),
                                unsaid.size() < 4 ? FamiliarFaces.HARDLY_ANY : FamiliarFaces.NOT_SAID)));

        var feedback = TakingReports.of(
                        new Evidence(evidence.event(), Map.of(), Map.of(), evidence.here(), unsaid, List.of()),
                        Evidences.AT)
                .feedback();

        assertThat(feedback.worthComing()).isNull();
        assertThat(feedback.familiarFaces()).isNull();
        assertThat(feedback.feltWelcome()).isNotNull();
    }

    @Test
    void reasonsAreToldInGroupsOfFive() {
        assertThat(reasons(
                        AbsenceReason.COST, 6, AbsenceReason.CARING, 5, AbsenceReason.FORGOT, 4, AbsenceReason.TIME, 1))
                .containsExactly(
                        new EventReport.Reason(AbsenceReason.COST, 6),
                        new EventReport.Reason(AbsenceReason.CARING, 5),
                        new EventReport.Reason(AbsenceReason.OTHER, 5));
        assertThat(reasons(AbsenceReason.COST, 6, AbsenceReason.CARING, 5, AbsenceReason.TIME, 1))
                .containsExactly(
                        new EventReport.Reason(AbsenceReason.COST, 6), new EventReport.Reason(AbsenceReason.OTHER, 6));
        assertThat(reasons(AbsenceReason.COST, 5, AbsenceReason.OTHER, 5, AbsenceReason.NOT_SAID, 9))
                .containsExactly(
                        new EventReport.Reason(AbsenceReason.COST, 5), new EventReport.Reason(AbsenceReason.OTHER, 5));
        assertThat(reasons(AbsenceReason.COST, 4, AbsenceReason.TIME, 4)).isEmpty();
    }

    @Test
    void aReasonThatAllOrNearlyAllShareIsNotTold() {
        assertThat(reasons(AbsenceReason.COST, 5)).isEmpty();
        assertThat(reasons(AbsenceReason.COST, 9, AbsenceReason.TIME, 4)).isEmpty();
        assertThat(reasons(AbsenceReason.COST, 9, AbsenceReason.TIME, 5)).hasSize(2);
    }

    /** "I was there after all": pressed once the answer is there, whatever was said before. */
    @Test
    void whoAnswersAfterAllGaveNoReasonForStayingAway() {
        var absences = absences(AbsenceReason.COST, 5, AbsenceReason.CARING, 6);
        var somebody = new AttendanceId("%032x".formatted(1));
        var answer = new AnswerTold(
                somebody, Evidences.EVENT, Evidences.AT, 5, 5, List.of(), List.of(), FamiliarFaces.NOT_SAID);
        var evidence = new Evidence(Evidences.EVENT, Map.of(), absences, Set.of(), Map.of(somebody, answer), List.of());

        assertThat(reasons(AbsenceReason.COST, 5, AbsenceReason.CARING, 6)).hasSize(2);
        assertThat(TakingReports.of(evidence, Evidences.AT).reasons())
                .isEqualTo(reasons(AbsenceReason.COST, 4, AbsenceReason.CARING, 6));
    }

    @Test
    void aLabelIsSomebodyWithoutANameAndAsNewAsTheWriterSays() {
        var writer = new AttendanceId("1".repeat(32));
        var label = new Who(Who.Kind.LABEL, "2".repeat(32));
        var told = new AnswerTold(
                writer,
                Evidences.EVENT,
                Evidences.AT,
                5,
                5,
                List.of(
                        new AnswerTold.Met(label, AnswerTold.Before.WELL, AnswerTold.Talk.CHAT, true, false),
                        Evidences.met(new AttendanceId("3".repeat(32)), AnswerTold.Before.UNSURE)),
                List.of(),
                FamiliarFaces.NOT_SAID);

        assertThat(told.voice().unnamed()).isEqualTo(1);
        assertThat(told.voice().unnamedKnown()).isEqualTo(1);
        assertThat(told.voice().named()).hasSize(1).allMatch(mention -> !mention.known());
    }

    private static List<EventReport.Reason> reasons(Object... counts) {
        var evidence = new Evidence(Evidences.EVENT, Map.of(), absences(counts), Set.of(), Map.of(), List.of());
        return TakingReports.of(evidence, Evidences.AT).reasons();
    }

    private static Map<AttendanceId, AbsenceReason> absences(Object... counts) {
        var absences = new HashMap<AttendanceId, AbsenceReason>();
        for (var at = 0; at < counts.length; at += 2) {
            for (var one = 0; one < (int) counts[at + 1]; one++) {
                absences.put(new AttendanceId("%032x".formatted(absences.size() + 1)), (AbsenceReason) counts[at]);
            }
        }
        return absences;
    }

    private static EventReport.Cell cell(Sector one, Sector other, SectorGrid.Word word) {
        return new EventReport.Cell(one, other, word);
    }
}
