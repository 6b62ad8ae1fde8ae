package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.AnswerDomainEvent.AnswerSent;
import org.natter.feedback.answer.AnswerDomainEvent.StepSaved;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Side;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.FollowUp;
import org.natter.feedback.outcome.FollowUps;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeId;
import org.natter.feedback.outcome.Outcomes;
import org.natter.messaging.kit.ContractSamples;

/** The records that arrive on Kafka are the golden samples, key, headers and body; every sample of the topic has its test. */
class ProducedSamplesTest {

    private static final Who SAM = new Who(Who.Kind.LABEL, "77aa66bb55cc44dd33ee22ff11009988");
    private static final Instant CLOSES = Instant.parse("2026-10-29T23:59:00Z");

    private static FeedbackHarness feedback;

    @BeforeAll
    static void start() {
        feedback = new FeedbackHarness("1d");
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    @Test
    void invitationsAndTheReminder() {
        var invitations = feedback.bean(Invitations.class);
        var asked = at("2026-10-16T09:00:00Z");
        invitations.issue(Invitation.first(WREN, RIVERSIDE, InvitationKind.HOW_WAS_IT, asked, CLOSES));
        invitations.issue(Invitation.first(VIVIEN, RIVERSIDE, InvitationKind.DID_YOU_MAKE_IT, asked, CLOSES));
        var day5 = at("2026-10-20T09:00:00Z");
        invitations.change(WREN, invitation -> invitation.remind(day5, day5));

        assertTold("feedback.invitation-due.v1", "wren", "did-you-make-it");
        assertTold("feedback.reminder-due.v1", "wren");
    }

    @Test
    void answers() {
        save(answer(at("2026-10-16T18:19:00Z"), new Overall(3, 3), List.of(), List.of(), List.of(1), false));
        save(whole(
                at("2026-10-16T18:19:30Z"),
                useful(SAMIR, Side.Before.NEW, new Introduction(Introduction.By.NOBODY, "")),
                useful(VIVIEN, Side.Before.NEW, new Introduction(Introduction.By.ORGANISER, "")),
                useful(
                        new AttendanceId("2b3c4d5e6f708192a3b4c5d6e7f8091a"),
                        Side.Before.BIT,
                        new Introduction(Introduction.By.ACTIVITY, "")),
                useful(
                        new AttendanceId("3c4d5e6f708192a3b4c5d6e7f8091a2b"),
                        Side.Before.WELL,
                        new Introduction(Introduction.By.LABEL, SAM.id()))));
        save(whole(
                at("2026-10-16T18:20:00Z"),
                new Side(
                        Who.attendance(SAMIR),
                        Side.Before.NEW,
                        Side.Talk.CHAT,
                        Side.Again.YES,
                        new Introduction(Introduction.By.ATTENDANCE, VIVIEN.value()),
                        true),
                Side.with(SAM, Side.Before.NEW)));

        save(nobody(at("2026-10-16T18:21:00Z")));

        assertTold("feedback.answered.v1", "first-step-only", "introduced", "wren", "nobody");
    }

    @Test
    void followUpsAfterThreeAndNineMonths() {
        var followUps = feedback.bean(FollowUps.class);
        var fresh = FollowUp.of(WREN, RIVERSIDE);
        var january = at("2027-01-15T10:00:00Z");
        followUps.changeOrBegin(fresh, wren -> wren.fallDue(3, 1, january, january.plus(Duration.ofDays(30))));
        var july = at("2027-07-15T09:00:00Z");
        followUps.changeOrBegin(fresh, wren -> wren.fallDue(9, 1, july, july.plus(Duration.ofDays(30))));

        assertTold("feedback.follow-up-due.v1", "wren", "nine-months");
    }

    @Test
    void outcomes() {
        feedback.clockShows("2026-10-12T19:00:00Z");
        report(
                "5e5e4d4d3c3c2b2b1a1a0f0f9e9e8d8d",
                Outcome.Kind.WORK_EXPERIENCE,
                Outcome.Direction.RECEIVED,
                new Credit(Credit.Kind.ATTENDANCE, SAMIR.value()));
        report(
                "6f6f5e5e4d4d3c3c2b2b1a1a0f0f9e9e",
                Outcome.Kind.ADVICE,
                Outcome.Direction.GIVEN,
                new Credit(Credit.Kind.LABEL, SAM.id()),
                new Credit(Credit.Kind.OVERHEARD, ""));

        feedback.clockShows("2026-10-12T20:00:00Z");
        feedback.bean(Outcomes.class)
                .change(
                        new OutcomeId("6f6f5e5e4d4d3c3c2b2b1a1a0f0f9e9e"),
                        advice -> advice.withdraw(WREN, feedback.now()));

        assertTold("feedback.outcome-reported.v1", "work-experience", "advice-given", "advice-taken-back");
    }

    private static void save(Answer answer) {
        feedback.clockShows(answer.at().toString());
        var next = answer.sent() ? new AnswerSent(answer) : new StepSaved(answer);
        feedback.bean(Answers.class)
                .change(Answer.empty(answer.writer(), RIVERSIDE, answer.at()), before -> List.of(next));
    }

    /** "Nobody this time", and sent with nothing said beyond. */
    private static Answer nobody(Instant at) {
        return new Answer(
                SAMIR,
                RIVERSIDE,
                at,
                new Overall(3, 3),
                List.of(),
                List.of(),
                KnownBefore.NOT_SAID,
                Evening.NOT_SAID,
                List.of(1, 2),
                true,
                null);
    }

    private static Answer whole(Instant at, Side... met) {
        return answer(
                at,
                new Overall(5, 4),
                List.of(met),
                List.of(new Others(Sector.SCHOOL, 1)),
                List.of(1, 2, 3, 4, 5),
                true);
    }

    private static Answer answer(
            Instant at, Overall overall, List<Side> met, List<Others> others, List<Integer> steps, boolean whole) {
        return new Answer(
                WREN,
                RIVERSIDE,
                at,
                overall,
                met,
                others,
                whole ? KnownBefore.A_FEW : KnownBefore.NOT_SAID,
                whole ? new Evening(Evening.FamiliarFaces.ABOUT_HALF, Evening.Came.ALONE) : Evening.NOT_SAID,
                steps,
                whole,
                null);
    }

    private static Side useful(AttendanceId who, Side.Before before, Introduction introduced) {
        return new Side(Who.attendance(who), before, Side.Talk.USEFUL, Side.Again.MAYBE, introduced, false);
    }

    private static void report(String id, Outcome.Kind kind, Outcome.Direction direction, Credit... credited) {
        feedback.bean(Outcomes.class)
                .report(new Outcome(
                        new OutcomeId(id),
                        WREN,
                        RIVERSIDE,
                        feedback.now(),
                        kind,
                        direction,
                        YearMonth.of(2026, 10),
                        List.of(credited),
                        null));
    }

    private static Instant at(String moment) {
        feedback.clockShows(moment);
        return Instant.parse(moment);
    }

    private static void assertTold(String type, String... names) {
        for (var name : names) {
            var sample = ContractSamples.read("natter.feedback", type, name);
            await(sample.id())
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> feedback.told(type).stream()
                            .anyMatch(record ->
                                    FeedbackHarness.header(record, "ce_id").equals(sample.id())));
            var record = feedback.told(type).stream()
                    .filter(told -> FeedbackHarness.header(told, "ce_id").equals(sample.id()))
                    .findFirst()
                    .orElseThrow();
            ContractSamples.assertBody(record.value(), sample);
            assertThat(record.key()).isEqualTo(sample.key());
            sample.headers()
                    .forEach((header, value) -> assertThat(FeedbackHarness.header(record, header))
                            .as(header)
                            .isEqualTo(value));
        }
    }
}
