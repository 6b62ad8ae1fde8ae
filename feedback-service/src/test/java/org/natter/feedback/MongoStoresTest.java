package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.Comment;
import org.natter.feedback.answer.CommentId;
import org.natter.feedback.answer.Comments;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Step;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.ListReplies;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.outcome.FollowUps;
import org.natter.feedback.question.Questionnaires;
import org.natter.feedback.question.SpeakerReplies;
import org.natter.feedback.report.EventEvidence;
import org.natter.feedback.report.EventReport;
import org.natter.feedback.report.EvidenceRows;
import org.natter.feedback.report.Reports;
import org.natter.feedback.report.SeasonTold;
import org.natter.ids.HexId;
import org.springframework.data.mongodb.core.MongoOperations;

/** The stores as the service has them; several instances at once. */
class MongoStoresTest extends StoresContract {

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
    void oneOfManyAttendsToAnEvent() throws Exception {
        due();
        var threads = Executors.newFixedThreadPool(8);
        var go = new CountDownLatch(1);
        var attended = new AtomicInteger();
        var all = new ArrayList<Future<?>>();
        for (var i = 0; i < 8; i++) {
            all.add(threads.submit(() -> {
                go.await();
                dueEvents().attend(event, NOW, () -> {
                    attended.incrementAndGet();
                    return Optional.empty();
                });
                return null;
            }));
        }
        go.countDown();
        for (var one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(attended).hasValue(1);
    }

    /** Stored before organisers could ask anything of their own. */
    @Test
    void whatWasKeptBeforeThereWereOwnQuestionsIsReadAsBefore() {
        var mongo = feedback.bean(MongoOperations.class);
        var writer = new AttendanceId(HexId.random());
        answers()
                .change(
                        Answer.empty(writer, event, NOW),
                        answer -> answer.save(new Step.HowWasIt(new Overall(4, 0)), NOW));
        invitations().issue(Invitation.first(writer, event, InvitationKind.HOW_WAS_IT, NOW, NOW));
        comments().add(new Comment(new CommentId(HexId.random()), event, LocalDate.EPOCH, "Lovely pub.", null));
        feedback.bean(Reports.class).publish(new EventReport(event, NOW, 9, 5, null, null, List.of(), null, null));

        assertThat(List.of("answer", "invitation", "comment", "event_report"))
                .allSatisfy(rows -> assertThat(mongo.findAll(Document.class, rows))
                        .extracting(Document::toJson)
                        .filteredOn(row -> row.contains(event.value()))
                        .singleElement()
                        .asString()
                        .doesNotContain("\"own\"", "\"chosen\"", "\"wroteTo\"", "\"question\""));
        assertThat(answers().find(writer).orElseThrow().chosen()).isNull();
        assertThat(invitations().find(writer).orElseThrow().writtenTo()).isEmpty();
        assertThat(feedback.bean(Reports.class).find(event).orElseThrow().ownQuestions())
                .isEmpty();
    }

    @Override
    Rooms rooms() {
        return feedback.bean(Rooms.class);
    }

    @Override
    ListReplies listReplies() {
        return feedback.bean(ListReplies.class);
    }

    @Override
    DueEvents dueEvents() {
        return feedback.bean(DueEvents.class);
    }

    @Override
    Invitations invitations() {
        return feedback.bean(Invitations.class);
    }

    @Override
    Answers answers() {
        return feedback.bean(Answers.class);
    }

    @Override
    AnswersGiven answersGiven() {
        return feedback.bean(AnswersGiven.class);
    }

    @Override
    FollowUps followUps() {
        return feedback.bean(FollowUps.class);
    }

    @Override
    FollowUpPages followUpPages() {
        return feedback.bean(FollowUpPages.class);
    }

    @Override
    Questionnaires questionnaires() {
        return feedback.bean(Questionnaires.class);
    }

    @Override
    SpeakerReplies speakerReplies() {
        return feedback.bean(SpeakerReplies.class);
    }

    @Override
    Comments comments() {
        return feedback.bean(Comments.class);
    }

    @Override
    Reports reports() {
        return feedback.bean(Reports.class);
    }

    @Override
    EventEvidence evidence() {
        return feedback.bean(EventEvidence.class);
    }

    @Override
    void evident(EventId of, Gathering gathering) {
        feedback.bean(EvidenceRows.class)
                .on(
                        new EventNews(of, gathering.region(), gathering.endsAt(), gathering.zone()),
                        gathering.standing(),
                        source("event", of.value(), 1, of.value()));
    }

    @Override
    void evident(SeasonTold season) {
        var region = season.region().value();
        feedback.bean(EvidenceRows.class).on(season, source("season", region, 1, region));
    }

    @Override
    void withoutWriting(Runnable work) {
        work.run();
    }

    @Override
    void due() {
        var clock = feedback.now();
        feedback.clockShows(NOW.toString());
        dueEvents().lookAt(event);
        feedback.clockShows(clock.toString());
    }
}
