package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.ListReplies;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.outcome.FollowUps;

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
