package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.AnswersInMemory;
import org.natter.feedback.answer.Comments;
import org.natter.feedback.answer.CommentsInMemory;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.DueEventsInMemory;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationDomainEvent;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.InvitationsInMemory;
import org.natter.feedback.invitation.ListReplies;
import org.natter.feedback.invitation.ListRepliesInMemory;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.RoomsInMemory;
import org.natter.feedback.outcome.FollowUps;
import org.natter.feedback.outcome.FollowUpsInMemory;
import org.natter.feedback.question.Questionnaires;
import org.natter.feedback.question.QuestionnairesInMemory;
import org.natter.feedback.question.SpeakerReplies;
import org.natter.feedback.question.SpeakerRepliesInMemory;
import org.natter.feedback.report.EventEvidence;
import org.natter.feedback.report.EvidenceInMemory;
import org.natter.feedback.report.Reports;
import org.natter.feedback.report.ReportsInMemory;
import org.natter.feedback.report.SeasonTold;
import org.natter.ids.HexId;

/** The stores that forget promise what those promise for which they stand. */
class StoresInMemoryTest extends StoresContract {

    private final RoomsInMemory rooms = new RoomsInMemory();
    private final ListRepliesInMemory listReplies = new ListRepliesInMemory();
    private final DueEventsInMemory dueEvents = new DueEventsInMemory();
    private final InvitationsInMemory invitations = new InvitationsInMemory();
    private final AnswersInMemory answers = new AnswersInMemory();
    private final FollowUpsInMemory followUps = new FollowUpsInMemory();
    private final QuestionnairesInMemory questionnaires = new QuestionnairesInMemory();
    private final SpeakerRepliesInMemory speakerReplies = new SpeakerRepliesInMemory();
    private final CommentsInMemory comments = new CommentsInMemory();
    private final ReportsInMemory reports = new ReportsInMemory();
    private final EvidenceInMemory evidence = new EvidenceInMemory();

    @Test
    void nothingIsToldOfWhatWasNotWritten() {
        var somebody = new AttendanceId(HexId.random());
        var first = Invitation.first(somebody, event, InvitationKind.HOW_WAS_IT, NOW, NOW.plusSeconds(60));
        invitations.issue(first);

        assertThatThrownBy(() -> invitations.change(
                        somebody,
                        invitation -> Arrays.asList(new InvitationDomainEvent.AskingStopped(somebody, NOW), null)))
                .isInstanceOf(RuntimeException.class);

        assertThat(invitations.told()).containsExactly(first.fellDue());
    }

    @Override
    Rooms rooms() {
        return rooms;
    }

    @Override
    ListReplies listReplies() {
        return listReplies;
    }

    @Override
    DueEvents dueEvents() {
        return dueEvents;
    }

    @Override
    Invitations invitations() {
        return invitations;
    }

    @Override
    Answers answers() {
        return answers;
    }

    @Override
    AnswersGiven answersGiven() {
        return answers;
    }

    @Override
    FollowUps followUps() {
        return followUps;
    }

    @Override
    FollowUpPages followUpPages() {
        return followUps;
    }

    @Override
    Questionnaires questionnaires() {
        return questionnaires;
    }

    @Override
    SpeakerReplies speakerReplies() {
        return speakerReplies;
    }

    @Override
    Comments comments() {
        return comments;
    }

    @Override
    Reports reports() {
        return reports;
    }

    @Override
    EventEvidence evidence() {
        return evidence;
    }

    @Override
    void evident(EventId of, Gathering gathering) {
        evidence.gatherings.put(of, gathering);
    }

    @Override
    void evident(SeasonTold season) {
        evidence.told(season);
    }

    @Override
    void withoutWriting(Runnable work) {
        invitations.crashAfter(0);
        work.run();
        invitations.mend();
    }

    @Override
    void due() {
        dueEvents.lookAt(event);
    }
}
