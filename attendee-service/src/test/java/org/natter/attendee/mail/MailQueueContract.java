package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every queue must hold. */
public abstract class MailQueueContract {

    private static final Instant NOW = MailFixture.NOW;
    private static final Duration LEASE = Duration.ofMinutes(3);

    private MailQueue queue = new QueueInMemory();

    /** An empty queue. */
    protected abstract MailQueue emptyQueue();

    /** What is in it, finished or not. */
    protected abstract List<Mail> rows();

    /** Those of them that stand among the unfinished. */
    protected abstract List<Mail> rowsInTheQueue();

    /** Leaves a mail of the queue as a crash leaves it that comes while it is being finished. */
    protected abstract void crashWhileFinishing(Mail finished, Gap gap);

    /** Where a mail is finished, between two writes. */
    protected enum Gap {
        BEFORE_IT_STANDS_AMONG_THE_DONE,
        BEFORE_IT_IS_TAKEN_FROM_THE_QUEUE
    }

    @BeforeEach
    void openQueue() {
        queue = emptyQueue();
    }

    @Test
    void oneCauseIsOneRow() {
        var first = queue.add(aMail("booked/1"));
        var second = queue.add(aMail("booked/1"));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void severalAreFoundAtOnceFinishedOrNot() {
        queue.add(aMail("booked/1"));
        queue.add(aMail("booked/2"));
        queue.add(aMail("booked/3"));
        queue.writeForSure(queue.claim(NOW, "sender", 1, LEASE).get(0).sending().sent("Subject", NOW));

        var found = queue.find(List.of("booked/1", "booked/2", "booked/3", "booked/4"));

        assertThat(found).containsOnlyKeys("booked/1", "booked/2", "booked/3");
        assertThat(found.values().stream().filter(Mail::isFinished)).hasSize(1);
        assertThat(found.values()).containsExactlyInAnyOrderElementsOf(rows());
        assertThat(queue.find(List.of())).isEmpty();
    }

    @Test
    void aCauseThatWasMailedIsNeverMailedAgain() {
        queue.add(aMail("booked/1"));
        var claimed = queue.claim(NOW, "sender", 5, LEASE).get(0);
        queue.write(claimed.sending());
        queue.writeForSure(claimed.sending().sent("Subject", NOW));

        var again = queue.add(aMail("booked/1"));

        assertThat(again).isFalse();
        assertThat(queue.claim(NOW.plusSeconds(999), "sender", 5, LEASE)).isEmpty();
        assertThat(rows()).extracting(Mail::status).containsExactly(MailStatus.SENT);
    }

    @Test
    void whatItsReaderWasToldIsKeptAndMayBeAmended() {
        var told = WhenAndWhere.of(MailFixture.CARD);
        var first = Mail.asked(aMail("changed/1").wish().from(told));
        queue.add(first);

        var amended = first.saying(first.wish().withDetail("3:PLACE"), NOW.plusSeconds(9));

        assertThat(queue.write(amended)).isTrue();
        assertThat(queue.find("changed/1").orElseThrow().wish()).isEqualTo(amended.wish());
        assertThat(amended.wish().told()).isEqualTo(told);
        assertThat(amended.saying(amended.wish(), NOW.plusSeconds(9))).isSameAs(amended);
    }

    @Test
    void whatWaitsForAnotherAddressSaysSoUntilItWaitsNoMore() {
        var first = Mail.asked(aMail("booked/1").wish().goingTo("0123456789abcdef"));
        queue.add(first);
        assertThat(queue.find("booked/1").orElseThrow().wish().goingTo()).isEqualTo("0123456789abcdef");

        queue.write(first.saying(first.wish().waitingNoMore(), NOW));

        assertThat(queue.find("booked/1").orElseThrow().wish().goingTo()).isNull();
    }

    @Test
    void whatWaitsAboutAnAttendanceIsFoundUntilItLeaves() {
        queue.add(aMail("booked/1"));
        queue.add(aMail("booked/2"));
        var claimed = queue.claim(NOW, "sender", 1, LEASE).get(0);
        var about = claimed.wish().attendance();

        assertThat(queue.waiting(about)).hasSize(2).contains(claimed);
        queue.write(claimed.sending());
        assertThat(queue.waiting(about)).hasSize(1).extracting(Mail::cause).doesNotContain(claimed.cause());
        queue.write(queue.waiting(about).get(0).stopped(StopReason.NO_LONGER_TRUE, NOW));
        queue.writeForSure(claimed.sending().sent("Subject", NOW));

        assertThat(queue.waiting(about)).isEmpty();
        assertThat(queue.find("booked/1")).get().extracting(Mail::isFinished).isEqualTo(true);
        assertThat(queue.find("booked/3")).isEmpty();
    }

    @Test
    void aMailThatASenderLooksAtMaySaySomethingElseAndIsThenLookedAtAnew() {
        queue.add(aMail("changed/1"));
        var claimed = queue.claim(NOW, "sender", 5, LEASE).get(0);

        assertThat(queue.write(claimed.saying(claimed.wish().withDetail("3:PLACE"), NOW)))
                .isTrue();

        assertThat(queue.write(claimed.sending())).isFalse();
        assertThat(queue.write(claimed.stopped(StopReason.TOO_LATE, NOW))).isFalse();
        assertThat(queue.claim(NOW, "another", 5, LEASE))
                .extracting(mail -> mail.wish().detail())
                .containsExactly("3:PLACE");
    }

    @Test
    void whatIsStoppedWhileASenderLooksAtItDoesNotLeave() {
        queue.add(aMail("changed/1"));
        var claimed = queue.claim(NOW, "sender", 5, LEASE).get(0);

        assertThat(queue.write(claimed.stopped(StopReason.EVENT_CALLED_OFF, NOW)))
                .isTrue();

        assertThat(queue.write(claimed.sending())).isFalse();
        assertThat(queue.waiting(claimed.wish().attendance())).isEmpty();
        assertThat(rows()).extracting(Mail::status).containsExactly(MailStatus.STOPPED);
    }

    @Test
    void nothingIsClaimedBeforeItsTime() {
        queue.add(aMail("booked/1"));
        var claimed = queue.claim(NOW, "sender", 5, LEASE).get(0);
        queue.write(claimed.triedInVain(NOW));

        assertThat(queue.claim(NOW.plusSeconds(40), "sender", 5, LEASE)).isEmpty();
        assertThat(queue.claim(NOW.plusSeconds(75), "sender", 5, LEASE)).hasSize(1);
    }

    @RepeatedTest(10)
    void oneOfTwoSendersWins() throws Exception {
        var mails = 60;
        for (var i = 0; i < mails; i++) {
            queue.add(aMail("booked/" + i));
        }
        var senders = Executors.newFixedThreadPool(4);
        var start = new CountDownLatch(1);

        var claims = new ArrayList<Future<List<Mail>>>();
        for (var i = 0; i < 4; i++) {
            var name = "sender-" + i;
            claims.add(senders.submit(() -> {
                start.await();
                var mine = new ArrayList<Mail>();
                var some = queue.claim(NOW, name, 5, LEASE);
                while (!some.isEmpty()) {
                    mine.addAll(some);
                    some = queue.claim(NOW, name, 5, LEASE);
                }
                return mine;
            }));
        }
        start.countDown();
        var causes = new ArrayList<String>();
        for (var claim : claims) {
            claim.get().forEach(mail -> causes.add(mail.cause()));
        }
        senders.shutdown();

        assertThat(causes).doesNotHaveDuplicates();
        while (causes.size() < mails) { // a sender that lost every race of a round gave up early
            var rest = queue.claim(NOW, "last", 5, LEASE);
            assertThat(rest).isNotEmpty();
            rest.forEach(mail -> causes.add(mail.cause()));
        }
        assertThat(causes).hasSize(mails).doesNotHaveDuplicates();
    }

    @Test
    void stuckClaimsExpire() {
        queue.add(aMail("booked/1"));
        queue.claim(NOW, "a sender that dies", 5, LEASE);

        assertThat(queue.stuck(NOW.plusSeconds(60))).isEmpty();
        var stuck = queue.stuck(NOW.plusSeconds(200));
        assertThat(stuck).hasSize(1);
        assertThat(queue.write(stuck.get(0).abandoned(NOW.plusSeconds(200)))).isTrue();
        assertThat(queue.claim(NOW.plusSeconds(200), "another", 5, LEASE)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Gap.class)
    void whatACrashLeavesHalfFinishedIsFinished(Gap gap) {
        queue.add(aMail("booked/1"));
        queue.add(aMail("booked/2"));
        var claimed = queue.claim(NOW, "dies", 1, LEASE).get(0);
        var stopped = claimed.stopped(StopReason.TOO_LATE, NOW);
        crashWhileFinishing(stopped, gap);

        MailFixture.aPostOffice().sendingFrom(queue).freeStuck(NOW.plusSeconds(60));

        assertThat(rows()).hasSize(2).contains(stopped);
        assertThat(rowsInTheQueue()).hasSize(1).doesNotContain(stopped);
        assertThat(queue.find(stopped.cause())).contains(stopped);
        assertThat(queue.add(aMail(stopped.cause()))).isFalse();
    }

    @Test
    void aChangeMadeFromAnOlderStateIsRefused() {
        queue.add(aMail("booked/1"));
        var claimed = queue.claim(NOW, "slow", 5, LEASE).get(0);
        queue.write(claimed.abandoned(NOW.plusSeconds(200)));
        queue.claim(NOW.plusSeconds(200), "quick", 5, LEASE);

        assertThat(queue.write(claimed.sending())).isFalse();
        assertThat(queue.write(claimed.stopped(StopReason.TOO_LATE, NOW))).isFalse();
    }

    @Test
    void everyFieldSurvives() {
        var wish = MailRequest.about(
                        MailKind.OFFER,
                        "offer/1",
                        MailFixture.WREN,
                        MailFixture.RIVERSIDE,
                        MailFixture.WREN_AT_RIVERSIDE,
                        NOW)
                .validUntil(NOW.plusSeconds(86_400))
                .withDetail("2026-10-02T11:30:00Z")
                .withGeneration(3)
                .notBefore(NOW.plusSeconds(5));
        queue.add(Mail.asked(wish));
        queue.add(Mail.asked(MailRequest.signIn("00000000000000000000000000000009", MailFixture.WREN, NOW)));

        assertThat(rows()).extracting(Mail::wish).contains(wish);
        assertThat(rows()).extracting(mail -> mail.wish().event()).containsNull();
        var claimed = queue.claim(NOW.plusSeconds(6), "sender", 5, LEASE).stream()
                .filter(mail -> mail.wish().equals(wish))
                .findFirst()
                .orElseThrow();
        var stopped = claimed.stopped(StopReason.ANSWERED, NOW.plusSeconds(7));
        assertThat(queue.write(stopped)).isTrue();
        assertThat(rows()).contains(stopped);
    }

    private static Mail aMail(String cause) {
        return Mail.asked(MailRequest.about(
                MailKind.BOOKED, cause, MailFixture.WREN, MailFixture.RIVERSIDE, MailFixture.WREN_AT_RIVERSIDE, NOW));
    }
}
