package org.natter.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.feedback.PubEvening.LONDON;
import static org.natter.feedback.PubEvening.at;
import static org.natter.feedback.invitation.Cast.FENLAND;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.AnswerDomainEvent.StepSaved;
import org.natter.feedback.answer.AnswersInMemory;
import org.natter.feedback.answer.Choice;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Evening.FamiliarFaces;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Step;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.AttendanceNews;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.EventStanding;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.InvitationsInMemory;
import org.natter.feedback.invitation.ListRepliesInMemory;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.RoomsInMemory;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.feedback.invitation.WhoCounts;
import org.natter.feedback.outcome.FollowUpsInMemory;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Pick;
import org.natter.feedback.question.Questionnaire;
import org.natter.feedback.question.QuestionnairesInMemory;
import org.natter.messaging.MessageMetadata;

/** Reports come out once: of an event on day 21, of a year when its last follow-up has closed. */
class PublishingReportsTest {

    private static final Gathering EVENING = over("2026-10-15T21:00");
    private static final Instant DAY_21 = at("2026-11-05T10:00");
    private static final Instant SAVED = at("2026-10-16T12:00");
    private static final MessageMetadata WREN_CAME = new MessageMetadata(
            "check-in/" + WREN + "/1",
            "attendance.checked-in.v1",
            "check-in",
            WREN.value(),
            1,
            WREN.value(),
            SAVED,
            "");

    private final EvidenceInMemory rows = new EvidenceInMemory();
    private final AnswersInMemory answers = new AnswersInMemory();
    private final ReportsInMemory reports = new ReportsInMemory();
    private final InvitationsInMemory invitations = new InvitationsInMemory();
    private final WhoCounts counted = new WhoCounts(invitations, new ListRepliesInMemory());
    private final QuestionnairesInMemory questionnaires = new QuestionnairesInMemory();
    private final TakingOwnQuestions own = new TakingOwnQuestions(questionnaires, answers);
    private final PublishingReports publishing =
            new PublishingReports(rows, new WholeEvidence(answers), counted, own, reports);
    private final RoomsInMemory rooms = new RoomsInMemory();
    private static final SeasonTold NOTHING_TO_TELL = new SeasonTold(FENLAND, 2026, List.of(), List.of());

    private final PublishingSeasons seasons =
            new PublishingSeasons(rows, rooms, new WholeEvidence(answers), new FollowUpsInMemory(), reports);

    @Test
    void anEventIsReportedOnDay21AtTen() {
        rows.events.put(RIVERSIDE, evidence(Set.of(WREN, SAMIR), SAVED));
        wrenAnswered();

        assertThat(publishing.perform(room(), EVENING, DAY_21.minusMillis(1))).contains(DAY_21);
        assertThat(reports.find(RIVERSIDE)).isEmpty();
        assertThat(publishing.perform(room(), EVENING, DAY_21)).isEmpty();

        assertThat(reports.find(RIVERSIDE).map(EventReport::answered)).contains(1);
        assertThat(reports.find(RIVERSIDE).map(EventReport::came)).contains(2);
    }

    @Test
    void whatComesLaterChangesNothing() {
        rows.events.put(RIVERSIDE, evidence(Set.of(WREN, SAMIR), SAVED));
        wrenAnswered();
        publishing.perform(room(), EVENING, DAY_21);
        var report = reports.find(RIVERSIDE);
        rows.events.put(RIVERSIDE, Evidence.none(RIVERSIDE));

        publishing.perform(room(), EVENING, DAY_21.plusSeconds(1));

        assertThat(reports.find(RIVERSIDE)).isEqualTo(report);
    }

    @Test
    void nothingIsReportedOfHalfAnEvening() {
        wrenAnswered();
        var aMinuteLater = Optional.of(DAY_21.plusSeconds(60));

        assertThat(publishing.perform(room(), EVENING, DAY_21)).isEqualTo(aMinuteLater);
        rows.events.put(RIVERSIDE, evidence(Set.of(WREN), SAVED));
        assertThat(publishing.perform(room(), EVENING, DAY_21)).isEqualTo(aMinuteLater);
        rows.events.put(RIVERSIDE, evidence(Set.of(WREN, SAMIR), SAVED.minusSeconds(1)));
        assertThat(publishing.perform(room(), EVENING, DAY_21)).isEqualTo(aMinuteLater);

        assertThat(reports.find(RIVERSIDE)).isEmpty();
    }

    @Test
    void nothingIsReportedWithoutTheSeatsOfThoseWhoCame() {
        wrenAnswered();
        var booked = new Room(RIVERSIDE, Optional.of(EVENING), Map.of(WREN, SeatStanding.BOOKED), room().checkIns());
        rows.events.put(RIVERSIDE, evidence(Set.of(WREN, SAMIR), SAVED));

        assertThat(publishing.perform(booked, EVENING, DAY_21)).contains(DAY_21.plusSeconds(60));
        rows.events.computeIfPresent(RIVERSIDE, (event, known) -> seated(known, WREN));

        assertThat(publishing.perform(booked, EVENING, DAY_21)).isEmpty();
        assertThat(reports.find(RIVERSIDE)).isPresent();
    }

    @Test
    void whatIsCountedAcrossEventsIsWaitedForADayAndNoLonger() {
        wrenAnswered();
        rows.events.put(RIVERSIDE, uncounted(Set.of(WREN, SAMIR), SAVED));
        var aDayLater = DAY_21.plus(Duration.ofDays(1));

        assertThat(publishing.perform(room(), EVENING, DAY_21)).contains(DAY_21.plusSeconds(5));
        assertThat(publishing.perform(room(), EVENING, aDayLater.minusMillis(1)))
                .isPresent();
        assertThat(reports.find(RIVERSIDE)).isEmpty();

        assertThat(publishing.perform(room(), EVENING, aDayLater)).isEmpty();
        assertThat(reports.find(RIVERSIDE)).isPresent();
    }

    /** The message that an event has been reaches its year by a way of its own, and may come last. */
    @Test
    void aYearIsNotPublishedWithoutTheEventItIsAskedFor() {
        var closes = EVENING.deadlines().lastFollowUpClosesAt();
        rows.told(NOTHING_TO_TELL);

        assertThat(seasons.perform(room(), EVENING, closes)).contains(closes.plusSeconds(60));
        assertThat(reports.seasons(FENLAND)).isEmpty();

        rows.gatherings.put(RIVERSIDE, EVENING);
        rows.events.put(RIVERSIDE, evidence(Set.of(WREN, SAMIR), SAVED));
        assertThat(seasons.perform(room(), EVENING, closes)).isEmpty();
        assertThat(reports.seasons(FENLAND)).hasSize(1);
    }

    @Test
    void noYearIsReportedOfHalfItsEvenings() {
        rows.told(NOTHING_TO_TELL);
        rows.gatherings.put(RIVERSIDE, EVENING);
        rooms.onCheckIn(new AttendanceNews(WREN, RIVERSIDE), Presence.HERE, WREN_CAME);
        var closes = at("2027-08-15T10:00");

        assertThat(seasons.perform(room(), EVENING, closes)).contains(closes.plusSeconds(60));
        rows.events.put(RIVERSIDE, evidence(Set.of(WREN), SAVED));

        assertThat(seasons.perform(room(), EVENING, closes)).isEmpty();
        assertThat(reports.seasons(FENLAND)).hasSize(1);
    }

    @Test
    void aYearIsReportedWhenTheLastFollowUpOfItsLastEventHasClosed() {
        rows.told(NOTHING_TO_TELL);
        var winter = new EventId("d".repeat(32));
        rows.gatherings.put(RIVERSIDE, EVENING);
        rows.gatherings.put(winter, over("2026-12-10T21:00"));
        rows.gatherings.put(new EventId("e".repeat(32)), over("2027-01-10T21:00"));
        rows.gatherings.put(
                new EventId("f".repeat(32)),
                new Gathering(FENLAND, at("2026-12-31T21:00"), LONDON, EventStanding.CALLED_OFF));
        var closes = at("2027-10-10T10:00");

        assertThat(seasons.perform(room(), EVENING, at("2027-08-14T10:00"))).contains(closes);
        assertThat(reports.seasons(FENLAND)).isEmpty();
        assertThat(seasons.perform(room(), EVENING, closes)).isEmpty();

        assertThat(reports.seasons(FENLAND)).extracting(SeasonReport::year).containsExactly(2026);
        assertThat(seasons.perform(room(), EVENING, closes.plusSeconds(1))).isEmpty();
    }

    @Test
    void aYearWaitsADayForWhatIsCountedAcrossItsEvents() {
        rows.gatherings.put(RIVERSIDE, EVENING);
        var closes = at("2027-08-14T10:00");

        assertThat(seasons.perform(room(), EVENING, closes)).contains(closes.plusSeconds(5));
        assertThat(reports.seasons(FENLAND)).isEmpty();
        assertThat(seasons.perform(room(), EVENING, closes.plus(Duration.ofDays(1))))
                .isEmpty();
        assertThat(reports.seasons(FENLAND)).hasSize(1);
    }

    @Test
    void aYearIsNeverReportedBeforeItIsOver() {
        var january = over("2026-01-08T21:00");
        rows.gatherings.put(RIVERSIDE, january);

        assertThat(seasons.perform(room(), january, at("2026-11-30T10:00"))).contains(at("2027-01-01T10:00"));
        assertThat(reports.seasons(FENLAND)).isEmpty();
    }

    /** Who was not checked in where the list is complete, and answers all the same, makes no difference to be seen. */
    @Test
    void aSettledReportCountsThoseWhoWereCountedBefore() {
        asked(WREN, InvitationKind.HOW_WAS_IT);
        asked(VIVIEN, InvitationKind.DID_YOU_MAKE_IT);
        wrenAnswered();
        rows.events.put(RIVERSIDE, seated(evidence(Set.of(WREN, SAMIR), SAVED), VIVIEN));
        var room = new Room(RIVERSIDE, Optional.of(EVENING), Map.of(VIVIEN, SeatStanding.BOOKED), room().checkIns());
        publishing.perform(room, EVENING, DAY_21);
        var without = reports.find(RIVERSIDE).orElseThrow();

        answered(VIVIEN);
        var later = new ReportsInMemory();
        new PublishingReports(rows, new WholeEvidence(answers), counted, own, later).perform(room, EVENING, DAY_21);

        assertThat(later.find(RIVERSIDE)).contains(without);
        assertThat(without.answered()).isEqualTo(1);
    }

    @Test
    void whereNobodyWasCheckedInEverybodyWhoAnsweredCounts() {
        asked(WREN, InvitationKind.DID_YOU_MAKE_IT);
        asked(VIVIEN, InvitationKind.DID_YOU_MAKE_IT);
        wrenAnswered();
        var nobody = new Room(
                RIVERSIDE,
                Optional.of(EVENING),
                Map.of(WREN, SeatStanding.BOOKED, VIVIEN, SeatStanding.BOOKED),
                Map.of());
        rows.events.put(RIVERSIDE, seated(evidence(Set.of(), SAVED), WREN, VIVIEN));
        answered(VIVIEN);

        assertThat(publishing.perform(nobody, EVENING, DAY_21)).isEmpty();

        assertThat(reports.find(RIVERSIDE).map(EventReport::answered)).contains(2);
    }

    /** One reason and two answers: whose answers go is one thing, whose reason goes another. */
    @Test
    void leavingOutAnAnswerLeavesEveryReasonAsItIs() {
        var known = evidence(Set.of(WREN), SAVED)
                .withAbsences(Map.of(
                        WREN,
                        AbsenceReason.HEALTH,
                        VIVIEN,
                        AbsenceReason.COVER_AT_WORK,
                        SAMIR,
                        AbsenceReason.DISTANCE));

        assertThat(known.withoutAnswersOf(Set.of(VIVIEN)).absences()).containsOnlyKeys(WREN, VIVIEN, SAMIR);
        assertThat(known.withoutAnswersOf(Set.of(WREN)).answers()).isEmpty();
        assertThat(known.withoutReasonsOfWhoAnswered().absences()).containsOnlyKeys(VIVIEN, SAMIR);
        assertThat(known.withoutReasonsOfWhoAnswered().answers()).containsOnlyKeys(WREN);
    }

    private void asked(AttendanceId attendance, InvitationKind kind) {
        invitations.issue(Invitation.first(attendance, RIVERSIDE, kind, SAVED, DAY_21));
    }

    /** As the evidence has it. */
    private void answered(AttendanceId writer) {
        rows.events.computeIfPresent(RIVERSIDE, (event, known) -> {
            var all = new HashMap<>(known.answers());
            all.put(
                    writer,
                    new AnswerTold(writer, RIVERSIDE, SAVED, 1, 1, List.of(), List.of(), FamiliarFaces.NOT_SAID));
            return new Evidence(
                    known.event(),
                    known.guests(),
                    known.absences(),
                    known.here(),
                    all,
                    known.outcomes(),
                    known.hosts(),
                    known.counts());
        });
    }

    /** As the evidence has it, so many people who pick this. */
    private void everybodyPicks(OwnQuestion question, int people) {
        var told = new HashMap<AttendanceId, AnswerTold>();
        var here = new HashMap<AttendanceId, Presence>();
        for (var one = 1; one <= people; one++) {
            var writer = new AttendanceId("%032x".formatted(one));
            var step = new Step.AnythingElse(
                    Evening.NOT_SAID, List.of(new Choice(question.id(), one <= 6 ? Pick.FIRST : Pick.SECOND)));
            answers.change(Answer.empty(writer, RIVERSIDE, SAVED), answer -> answer.save(step, SAVED));
            told.put(
                    writer,
                    new AnswerTold(writer, RIVERSIDE, SAVED, 1, 1, List.of(), List.of(), FamiliarFaces.NOT_SAID));
            here.put(writer, Presence.HERE);
            asked(writer, InvitationKind.HOW_WAS_IT);
        }
        rows.events.put(
                RIVERSIDE,
                new Evidence(RIVERSIDE, Map.of(), Map.of(), here.keySet(), told, List.of())
                        .withCounts(CountsTold.none(RIVERSIDE)));
        publishing.perform(new Room(RIVERSIDE, Optional.of(EVENING), Map.of(), here), EVENING, DAY_21);
    }

    private static final OwnQuestion PUB = OwnQuestion.about(
            RIVERSIDE, OwnQuestion.Kind.PICK_ONE, "Which pub next?", List.of("The Crown", "The Maltings"));

    @Test
    void whatWasPickedOfAnOwnListIsSettledWithTheReport() {
        questionnaires.replace(new Questionnaire(RIVERSIDE, 1, List.of(PUB)));

        everybodyPicks(PUB, 11);
        questionnaires.replace(new Questionnaire(RIVERSIDE, 2, List.of()));

        assertThat(reports.find(RIVERSIDE).orElseThrow().ownQuestions())
                .containsExactly(new EventReport.Own(
                        PUB.id(),
                        PUB.kind(),
                        PUB.words(),
                        11,
                        List.of(new EventReport.Line("The Crown", 6), new EventReport.Line("The Maltings", 5))));
    }

    @Test
    void aQuestionThatWasWithdrawnIsNotReported() {
        everybodyPicks(PUB, 11);

        assertThat(reports.find(RIVERSIDE).orElseThrow().ownQuestions()).isEmpty();
        assertThat(reports.find(RIVERSIDE).orElseThrow().answered()).isEqualTo(11);
    }

    private void wrenAnswered() {
        answers.change(
                Answer.empty(WREN, RIVERSIDE, SAVED),
                answer -> List.of(new StepSaved(Answer.empty(WREN, RIVERSIDE, SAVED))));
    }

    private static Room room() {
        return new Room(
                RIVERSIDE,
                Optional.of(EVENING),
                Map.of(),
                Map.of(WREN, Presence.HERE, SAMIR, Presence.HERE_UNREACHABLE));
    }

    private static Evidence evidence(Set<AttendanceId> here, Instant savedAt) {
        return uncounted(here, savedAt).withCounts(CountsTold.none(RIVERSIDE));
    }

    private static Evidence uncounted(Set<AttendanceId> here, Instant savedAt) {
        return new Evidence(
                RIVERSIDE,
                Map.of(),
                Map.of(),
                here,
                Map.of(
                        WREN,
                        new AnswerTold(WREN, RIVERSIDE, savedAt, 5, 5, List.of(), List.of(), FamiliarFaces.NOT_SAID)),
                List.of());
    }

    private static Evidence seated(Evidence known, AttendanceId... people) {
        var guests = new HashMap<AttendanceId, GuestTold>();
        for (var guest : people) {
            guests.put(guest, new GuestTold(guest, RIVERSIDE, Sector.COLLEGE, false));
        }
        return new Evidence(
                known.event(),
                guests,
                known.absences(),
                known.here(),
                known.answers(),
                known.outcomes(),
                known.hosts(),
                known.counts());
    }

    private static Gathering over(String ends) {
        return new Gathering(FENLAND, at(ends), LONDON, EventStanding.OVER);
    }
}
