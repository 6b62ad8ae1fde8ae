package org.natter.feedback;

import java.util.List;
import org.natter.access.RefusalTable;
import org.natter.access.Shortcomings;
import org.natter.feedback.answer.Admission;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.CommentId;
import org.natter.feedback.answer.Comments;
import org.natter.feedback.answer.EventCalledOff;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.answer.FormClosed;
import org.natter.feedback.answer.GivingAnswers;
import org.natter.feedback.answer.LeavingComments;
import org.natter.feedback.answer.NamingPeople;
import org.natter.feedback.answer.PausingQuestions;
import org.natter.feedback.answer.PersonalLinks;
import org.natter.feedback.answer.ReadingLinks;
import org.natter.feedback.answer.UnfitForm;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.CheckingLists;
import org.natter.feedback.invitation.CountingTurnout;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.Duty;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.IssuingInvitations;
import org.natter.feedback.invitation.KeepingRooms;
import org.natter.feedback.invitation.ListReplies;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.SweepingDueEvents;
import org.natter.feedback.invitation.UnknownEvent;
import org.natter.feedback.invitation.WhoCounts;
import org.natter.feedback.outcome.AskingFollowUps;
import org.natter.feedback.outcome.FollowUps;
import org.natter.feedback.outcome.IdReused;
import org.natter.feedback.outcome.OutcomeId;
import org.natter.feedback.outcome.Outcomes;
import org.natter.feedback.outcome.ReportingOutcomes;
import org.natter.feedback.question.AskingQuestions;
import org.natter.feedback.question.ChangedMeanwhile;
import org.natter.feedback.question.Questionnaires;
import org.natter.feedback.question.QuestionsStand;
import org.natter.feedback.question.SpeakerLinks;
import org.natter.feedback.question.SpeakerReplies;
import org.natter.feedback.question.UnknownTalk;
import org.natter.feedback.report.EventEvidence;
import org.natter.feedback.report.EvidenceRows;
import org.natter.feedback.report.KeepingEvidence;
import org.natter.feedback.report.PublishingReports;
import org.natter.feedback.report.PublishingSeasons;
import org.natter.feedback.report.ReadingReports;
import org.natter.feedback.report.ReadingTalks;
import org.natter.feedback.report.Reports;
import org.natter.feedback.report.TakingOwnQuestions;
import org.natter.feedback.report.WholeEvidence;
import org.natter.ids.TypedIds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** The service's parts list: every use case, built from its ports. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    TypedIds typedIds() {
        return TypedIds.of(
                EventId.class, AttendanceId.class, RegionId.class, CommentId.class, OutcomeId.class, QuestionId.class);
    }

    /** How the features' refusals are answered; their sentences stand in {@code feedback-service-problems.properties}. */
    @Bean
    RefusalTable refusalTable() {
        return RefusalTable.empty()
                .on(UnknownLink.class, HttpStatus.NOT_FOUND, "not-found")
                .on(UnknownEvent.class, HttpStatus.NOT_FOUND, "not-found")
                .on(UnknownTalk.class, HttpStatus.NOT_FOUND, "not-found")
                .on(EventCalledOff.class, HttpStatus.CONFLICT, "event-called-off")
                .on(FormClosed.class, HttpStatus.CONFLICT, "form-closed")
                .on(ChangedMeanwhile.class, HttpStatus.CONFLICT, "changed-meanwhile")
                .on(QuestionsStand.class, HttpStatus.CONFLICT, "questions-stand")
                .on(IdReused.class, HttpStatus.UNPROCESSABLE_CONTENT, "key-reused")
                .unfit(
                        UnfitForm.class,
                        refused -> List.of(Shortcomings.Named.of(
                                refused.field(), refused.rule().name())));
    }

    @Bean
    PersonalLinks personalLinks(LinkSettings settings) {
        return new PersonalLinks(settings.tokens());
    }

    @Bean
    NamingPeople namingPeople(Rooms rooms, Answers answers) {
        return new NamingPeople(rooms, answers);
    }

    @Bean
    KeepingRooms keepingRooms(Rooms rooms, DueEvents dueEvents) {
        return new KeepingRooms(rooms, dueEvents);
    }

    @Bean
    IssuingInvitations issuingInvitations(Invitations invitations, AnswersGiven answers, ListReplies replies) {
        return new IssuingInvitations(invitations, answers, replies);
    }

    @Bean
    CheckingLists checkingLists(Rooms rooms, ListReplies replies, DueEvents dueEvents) {
        return new CheckingLists(rooms, replies, dueEvents);
    }

    @Bean
    AskingFollowUps askingFollowUps(FollowUps followUps, Answers answers, Invitations invitations) {
        return new AskingFollowUps(followUps, answers, invitations);
    }

    @Bean
    SweepingDueEvents sweepingDueEvents(DueEvents dueEvents, Rooms rooms, List<Duty> duties) {
        return new SweepingDueEvents(dueEvents, rooms, duties);
    }

    @Bean
    WhoCounts whoCounts(Invitations invitations, ListReplies replies) {
        return new WhoCounts(invitations, replies);
    }

    @Bean
    CountingTurnout countingTurnout(Rooms rooms, WhoCounts counted, AnswersGiven answers, CheckingLists lists) {
        return new CountingTurnout(rooms, counted, answers, lists);
    }

    @Bean
    Admission admission(Invitations invitations, Rooms rooms, FollowUpPages followUps) {
        return new Admission(invitations, rooms, followUps);
    }

    @Bean
    ReadingLinks readingLinks(
            Admission admission, Invitations invitations, Rooms rooms, Answers answers, FollowUpPages followUps) {
        return new ReadingLinks(admission, invitations, rooms, answers, followUps);
    }

    @Bean
    PausingQuestions pausingQuestions(Admission admission, Invitations invitations, DueEvents dueEvents) {
        return new PausingQuestions(admission, invitations, dueEvents);
    }

    @Bean
    GivingAnswers givingAnswers(
            Admission admission, Answers answers, NamingPeople naming, Questionnaires questionnaires) {
        return new GivingAnswers(admission, answers, naming, questionnaires);
    }

    @Bean
    AskingQuestions askingQuestions(Rooms rooms, Questionnaires questionnaires) {
        return new AskingQuestions(rooms, questionnaires);
    }

    @Bean
    SpeakerLinks speakerLinks(LinkSettings settings) {
        return new SpeakerLinks(settings.tokens());
    }

    @Bean
    ReadingTalks readingTalks(
            Rooms rooms, Questionnaires questionnaires, SpeakerReplies replies, ReadingReports reports) {
        return new ReadingTalks(rooms, questionnaires, replies, reports);
    }

    @Bean
    LeavingComments leavingComments(
            Admission admission, Invitations invitations, Comments comments, Questionnaires questionnaires) {
        return new LeavingComments(admission, invitations, comments, questionnaires);
    }

    @Bean
    ReportingOutcomes reportingOutcomes(
            Admission admission, NamingPeople naming, Outcomes outcomes, FollowUps followUps) {
        return new ReportingOutcomes(admission, naming, outcomes, followUps);
    }

    @Bean
    KeepingEvidence keepingEvidence(EvidenceRows rows, DueEvents dueEvents) {
        return new KeepingEvidence(rows, dueEvents);
    }

    @Bean
    PublishingReports publishingReports(
            EventEvidence evidence,
            Answers answers,
            Questionnaires questionnaires,
            WhoCounts counted,
            Reports reports) {
        return new PublishingReports(
                evidence,
                new WholeEvidence(answers),
                counted,
                new TakingOwnQuestions(questionnaires, answers),
                reports);
    }

    @Bean
    PublishingSeasons publishingSeasons(
            EventEvidence evidence, Rooms rooms, Answers answers, FollowUps followUps, Reports reports) {
        return new PublishingSeasons(evidence, rooms, new WholeEvidence(answers), followUps, reports);
    }

    @Bean
    ReadingReports readingReports(
            Rooms rooms, CountingTurnout turnouts, Invitations invitations, Reports reports, Comments comments) {
        return new ReadingReports(rooms, turnouts, invitations, reports, comments);
    }
}
