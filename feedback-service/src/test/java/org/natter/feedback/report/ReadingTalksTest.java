package org.natter.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.feedback.PubEvening;
import org.natter.feedback.answer.Comment;
import org.natter.feedback.answer.CommentId;
import org.natter.feedback.answer.CommentsInMemory;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.CountingTurnout;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.invitation.WhoCounts;
import org.natter.feedback.measure.Told;
import org.natter.feedback.question.Questionnaire;
import org.natter.feedback.question.SpeakerReplies;
import org.natter.feedback.question.SpeakerRepliesInMemory;
import org.natter.feedback.question.Talk;
import org.natter.feedback.question.UnknownTalk;
import org.natter.feedback.report.EventReport.TalkTold;
import org.natter.feedback.report.ReadingTalks.State;

/** Whoever gave a talk is asked first, reads nothing before yes, and nothing after no. */
class ReadingTalksTest {

    private static final Talk ZINES = Talk.of(RIVERSIDE, "Zines in an hour", true);
    private static final Talk CANCELLED = Talk.of(RIVERSIDE, "Maps", false);
    private static final Instant DUE = PubEvening.at("2026-11-05T10:00");
    private static final Instant BEFORE = DUE.minusMillis(1);
    private static final TalkTold TOLD = new TalkTold(ZINES.id(), 12, new Told(Told.Band.MOST, null));

    private final PubEvening evening = new PubEvening().published().concluded();
    private final ReportsInMemory reports = new ReportsInMemory();
    private final CommentsInMemory comments = new CommentsInMemory();
    private final SpeakerRepliesInMemory replies = new SpeakerRepliesInMemory();
    private final ReadingTalks talks = over(replies);

    @BeforeEach
    void twoTalksAreNamed() {
        evening.questionnaires.replace(new Questionnaire(RIVERSIDE, 1, List.of(), List.of(ZINES, CANCELLED)));
    }

    @Test
    void nothingIsShownBeforeYes() {
        reported();

        var asked = talks.look(RIVERSIDE, ZINES.id());

        assertThat(asked.title()).isEqualTo("Zines in an hour");
        assertThat(asked.state()).isEqualTo(State.ASKING);
        assertThat(asked.told()).isNull();
        assertThat(asked.said()).isEmpty();
    }

    @Test
    void yesShowsWhatIsSettledOnceItIs() {
        reply(true, BEFORE);
        assertThat(talks.look(RIVERSIDE, ZINES.id()).state()).isEqualTo(State.WAITING);

        reported();

        var shown = talks.look(RIVERSIDE, ZINES.id());
        assertThat(shown.state()).isEqualTo(State.SHOWN);
        assertThat(shown.told()).isEqualTo(TOLD);
        assertThat(shown.said()).as("lines of four people").isEmpty();
        wrote(5);
        assertThat(talks.look(RIVERSIDE, ZINES.id()).said()).hasSize(5);
        assertThat(shown).hasToString("Look[*]");
    }

    /** One tap on a phone is soon made. */
    @Test
    void untilTheReportIsDueTheyMayChangeTheirMind() {
        reply(false, BEFORE);
        assertThat(talks.look(RIVERSIDE, ZINES.id()).state()).isEqualTo(State.DECLINED);
        reply(true, BEFORE);
        assertThat(talks.look(RIVERSIDE, ZINES.id()).state()).isEqualTo(State.WAITING);
        reply(false, BEFORE);
        reported();

        assertThat(talks.look(RIVERSIDE, ZINES.id()).state()).isEqualTo(State.DECLINED);
    }

    @Test
    void whoeverSaysItFirstOnceTheReportIsDueIsTakenAtTheirWord() {
        reported();
        reply(false, DUE);
        reply(true, DUE);

        assertThat(talks.look(RIVERSIDE, ZINES.id()).state()).isEqualTo(State.DECLINED);
    }

    /** Both have looked before either was kept. */
    @Test
    void ofTwoPressesAtOnceOneStaysOnceTheReportIsDue() {
        reported();
        reply(false, DUE);

        over(new SpeakerReplies() {
                    @Override
                    public Optional<Boolean> find(QuestionId talk) {
                        return Optional.empty();
                    }

                    @Override
                    public void keep(QuestionId talk, boolean wants) {
                        replies.keep(talk, wants);
                    }

                    @Override
                    public void keepFirst(QuestionId talk, boolean wants) {
                        replies.keepFirst(talk, wants);
                    }
                })
                .reply(RIVERSIDE, ZINES.id(), true, DUE);

        assertThat(replies.find(ZINES.id())).contains(false);
    }

    @Test
    void noMeansNeverOnceTheReportIsDue() {
        reply(false, BEFORE);
        reply(true, DUE);
        reported();

        assertThat(talks.look(RIVERSIDE, ZINES.id()).state()).isEqualTo(State.DECLINED);
        assertThat(talks.look(RIVERSIDE, ZINES.id()).told()).isNull();
        assertThat(talks.look(RIVERSIDE, ZINES.id()).said()).isEmpty();
    }

    @Test
    void aTalkThatDidNotTakePlaceOrWasNeverNamedIsUnknown() {
        for (var none : List.of(CANCELLED.id(), new QuestionId("e".repeat(32)))) {
            assertThatThrownBy(() -> talks.look(RIVERSIDE, none)).isInstanceOf(UnknownTalk.class);
            assertThatThrownBy(() -> talks.reply(RIVERSIDE, none, true, BEFORE)).isInstanceOf(UnknownTalk.class);
        }
        evening.calledOff();
        assertThatThrownBy(() -> talks.look(RIVERSIDE, ZINES.id())).isInstanceOf(UnknownTalk.class);
    }

    private ReadingTalks over(SpeakerReplies said) {
        return new ReadingTalks(
                evening.rooms,
                evening.questionnaires,
                said,
                new ReadingReports(
                        evening.rooms,
                        new CountingTurnout(
                                evening.rooms,
                                new WhoCounts(evening.invitations, evening.listReplies),
                                evening.answers,
                                evening.lists),
                        evening.invitations,
                        reports,
                        comments));
    }

    private void reply(boolean wants, Instant at) {
        talks.reply(RIVERSIDE, ZINES.id(), wants, at);
    }

    private void reported() {
        reports.publish(
                new EventReport(RIVERSIDE, Instant.EPOCH, 20, 12, null, null, List.of(), List.of(), List.of(TOLD)));
        IntStream.rangeClosed(1, 4).forEach(this::wrote);
    }

    private void wrote(int number) {
        var writer = new AttendanceId("%032x".formatted(number));
        evening.checkedIn(writer);
        evening.invitations.issue(
                Invitation.first(writer, RIVERSIDE, InvitationKind.HOW_WAS_IT, Instant.EPOCH, Instant.EPOCH));
        evening.invitations.change(writer, invitation -> invitation.writeTo(Set.of(ZINES.id())));
        comments.add(new Comment(
                new CommentId("%032x".formatted(number)), RIVERSIDE, LocalDate.EPOCH, "Line " + number, ZINES.id()));
    }
}
