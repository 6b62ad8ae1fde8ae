package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every outbox promises; a subclass gives it an office, that is a small aggregate with a relay, and a look at the store.
 *
 * <p>Guarantee: it drives commands and relays alone and judges by what is stored and what reaches the wire, so an outbox
 * in memory can be held to it as well as one on either store.
 */
public abstract class OutboxContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TEAPOT = "a";

    private final List<Office> offices = new ArrayList<>();
    private final List<String> wire = new CopyOnWriteArrayList<>();

    /** The way to the broker: returns once it has acknowledged, throws while that is not known. */
    @FunctionalInterface
    public interface Wire {

        void send(String messageId);
    }

    /** What one process has: commands on pots with so many cups left, and a relay that is not yet running. */
    public interface Office {

        /** Inserts a pot in its first version and tells nothing. */
        void create(String pot, int cups);

        /** One command: from the cups left follow the guests who are served; each has a message of its own. */
        void serve(String pot, IntFunction<List<String>> decision);

        /** From now on the relay sends. */
        void startRelay();

        /** Stops the relay; what it has not sent waits. */
        void stopRelay();

        /** Pots of which nothing more is sent, since one message had two bodies. */
        Set<String> forks();
    }

    /** A pot as it is stored, from one read: its version, its cups and the ids of messages that wait, in their order. */
    public record Stored(long version, int cups, List<String> waiting) {

        public Stored {
            waiting = List.copyOf(waiting);
        }
    }

    /** Another office on the same store; its relay hands its messages to this wire. */
    protected abstract Office office(Wire wire);

    /** One look at a pot in the store. */
    protected abstract Stored stored(String pot);

    /** The ids of messages that the log has as sent. */
    protected abstract Set<String> logged();

    /** Makes the log hold this message with another body. */
    protected abstract void logWithAnotherBody(String messageId);

    @AfterEach
    void stopRelays() {
        offices.forEach(Office::stopRelay);
    }

    @Test
    void stateAndMessageAreOneWrite() {
        var office = opened(wire::add);
        office.create(TEAPOT, 2);
        var before = stored(TEAPOT);

        office.serve(TEAPOT, cups -> List.of("wren"));

        var after = stored(TEAPOT);
        assertThat(before.waiting()).isEmpty();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.cups()).isEqualTo(1);
        assertThat(after.waiting()).singleElement().asString().endsWith("/" + after.version());
        assertThat(wire).isEmpty();
    }

    @Test
    void aLostRaceDecidesAgain() {
        var office = opened(wire::add);
        var another = opened(wire::add);
        office.create(TEAPOT, 3);
        var seen = new ArrayList<Integer>();

        office.serve(TEAPOT, cups -> {
            seen.add(cups);
            if (seen.size() == 1) {
                another.serve(TEAPOT, any -> List.of("samir"));
            }
            return cups > 2 ? List.of("wren", "tobias") : List.of("wren");
        });

        assertThat(seen).containsExactly(3, 2);
        assertThat(stored(TEAPOT).cups()).isEqualTo(1);
        assertThat(stored(TEAPOT).waiting()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void commandsAtOnceAllLandWithAMessageEach() throws Exception {
        var office = opened(wire::add);
        office.create(TEAPOT, 100);
        var threads = Executors.newFixedThreadPool(6);
        try {
            for (var done : threads.invokeAll(Collections.<Callable<Boolean>>nCopies(30, () -> serveOne(office)))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(stored(TEAPOT).cups()).isEqualTo(70);
        assertThat(stored(TEAPOT).waiting()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void nothingDecidedIsNothingWritten() {
        var office = opened(wire::add);
        office.create(TEAPOT, 2);
        var before = stored(TEAPOT);

        office.serve(TEAPOT, cups -> List.of());

        assertThat(stored(TEAPOT)).isEqualTo(before);
    }

    @Test
    void messagesOfOneAggregateLeaveInItsOrder() {
        var office = opened(wire::add);
        office.create(TEAPOT, 50);
        var told = new ArrayList<String>();
        IntStream.range(0, 20).forEach(i -> serveOne(office));
        told.addAll(stored(TEAPOT).waiting());

        office.startRelay();
        awaitNothingWaiting(TEAPOT);

        assertThat(wire).isEqualTo(told).hasSize(20);
        assertThat(logged()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void nothingIsRemovedBeforeTheAcknowledgement() throws Exception {
        var acknowledged = new CountDownLatch(1);
        var arrived = new CountDownLatch(1);
        var office = opened(id -> {
            arrived.countDown();
            awaitQuietly(acknowledged);
            wire.add(id);
        });
        office.create(TEAPOT, 2);
        serveOne(office);
        office.startRelay();

        arrived.await();
        assertThat(stored(TEAPOT).waiting()).hasSize(1);
        assertThat(logged()).isEmpty();
        acknowledged.countDown();

        awaitNothingWaiting(TEAPOT);
        assertThat(wire).hasSize(1);
    }

    @Test
    void aRefusedMessageWaitsAndIsTriedAgain() {
        var tries = new AtomicInteger();
        var office = opened(id -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("no acknowledgement");
            }
            wire.add(id);
        });
        office.create(TEAPOT, 2);
        serveOne(office);
        office.startRelay();

        awaitNothingWaiting(TEAPOT);

        assertThat(tries).hasValue(3);
        assertThat(wire).hasSize(1);
    }

    @Test
    void aCrashBetweenSendAndRemovalSendsTheSameIdAgain() {
        var first = opened(id -> {
            wire.add(id);
            throw new IllegalStateException("halted after the broker had it");
        });
        first.create(TEAPOT, 2);
        serveOne(first);
        var told = stored(TEAPOT).waiting().get(0);
        first.startRelay();
        await("the broker has it").atMost(PATIENCE).until(() -> !wire.isEmpty());
        first.stopRelay();
        wire.clear();

        var second = opened(wire::add);
        second.startRelay();

        awaitNothingWaiting(TEAPOT);
        assertThat(wire).containsExactly(told);
        assertThat(logged()).containsExactly(told);
    }

    @Test
    void twoRelaysDoNoHarm() {
        var one = opened(wire::add);
        var other = opened(wire::add);
        var pots = IntStream.range(0, 10).mapToObj(number -> "p" + number).toList();
        var told = new ArrayList<String>();
        for (String pot : pots) {
            one.create(pot, 50);
            IntStream.range(0, 6).forEach(i -> one.serve(pot, cups -> List.of("wren")));
            told.addAll(stored(pot).waiting());
        }

        one.startRelay();
        other.startRelay();
        pots.forEach(this::awaitNothingWaiting);

        assertThat(Set.copyOf(wire)).isEqualTo(Set.copyOf(told)).hasSize(60);
        assertThat(logged()).isEqualTo(Set.copyOf(told));
        for (String pot : pots) {
            var mine = told.stream().filter(id -> id.contains("/" + pot + "/")).toList();
            assertThat(wire.stream().filter(mine::contains).distinct()).as(pot).isEqualTo(mine);
        }
    }

    @Test
    void anotherHashIsAForkAndStopsThatAggregateOnly() {
        var office = opened(wire::add);
        office.create(TEAPOT, 2);
        office.create("b", 2);
        serveOne(office);
        office.serve("b", cups -> List.of("wren"));
        var forked = stored(TEAPOT).waiting();
        var told = stored("b").waiting();
        logWithAnotherBody(forked.get(0));

        office.startRelay();

        awaitNothingWaiting("b");
        await("the fork is seen").atMost(PATIENCE).until(() -> office.forks().size() == 1);
        assertThat(wire).isEqualTo(told);
        assertThat(stored(TEAPOT).waiting()).isEqualTo(forked);
    }

    private Office opened(Wire to) {
        var office = office(to);
        offices.add(office);
        return office;
    }

    private static boolean serveOne(Office office) {
        office.serve(TEAPOT, cups -> List.of("wren"));
        return true;
    }

    private void awaitNothingWaiting(String pot) {
        await("outbox of " + pot)
                .atMost(PATIENCE)
                .until(() -> stored(pot).waiting().isEmpty());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }
}
