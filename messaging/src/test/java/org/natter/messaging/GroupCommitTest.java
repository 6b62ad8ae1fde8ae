package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who leads, who waits, and in which order. */
class GroupCommitTest {

    private final List<Thread> started = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work);
        started.add(thread);
        return thread;
    });

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whoGathersMeanwhileGoesTogetherInTheOrderOfComingAndNoGroupIsTooLarge() throws Exception {
        var groups = new CopyOnWriteArrayList<List<Integer>>();
        var doors = new Semaphore(0);
        var commits = new GroupCommit<Integer>(3, (key, group) -> {
            groups.add(group);
            doors.acquireUninterruptibly();
        });
        var all = new ArrayList<Future<?>>();
        for (int command = 0; command < 8; command++) {
            var mine = command;
            all.add(threads.submit(() -> commits.run("a", mine)));
            awaitWaiting(command + 1);
        }

        doors.release(8);

        for (var one : all) {
            one.get();
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
    }

    @Test
    void anotherKeyWaitsForNobody() throws Exception {
        var door = new CountDownLatch(1);
        var commits = new GroupCommit<Integer>(3, (key, group) -> {
            if (key.equals("slow")) {
                awaitOpen(door);
            }
        });
        var slow = threads.submit(() -> commits.run("slow", 1));
        awaitWaiting(1);

        threads.submit(() -> commits.run("quick", 2)).get();

        assertThat(slow).isNotDone();
        door.countDown();
        slow.get();
    }

    @Test
    void whatACommitThrowsReachesItsWholeGroupAndNobodyElse() throws Exception {
        var door = new CountDownLatch(1);
        var commits = new GroupCommit<Integer>(2, (key, group) -> {
            if (group.contains(0)) {
                awaitOpen(door);
            }
            if (group.contains(1)) {
                throw new IllegalStateException("the store is away");
            }
        });
        var all = new ArrayList<Future<?>>();
        for (int command = 0; command < 5; command++) {
            var mine = command;
            all.add(threads.submit(() -> commits.run("a", mine)));
            awaitWaiting(command + 1);
        }

        door.countDown();

        for (int command : List.of(0, 3, 4)) {
            all.get(command).get();
        }
        for (int command : List.of(1, 2)) {
            assertThatThrownBy(() -> all.get(command).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("the store is away");
        }
    }

    @Test
    void aCommandFromWithinACommitOfTheSameKeyIsRefusedAndNotWaitedFor() {
        var inner = new ArrayList<GroupCommit<Integer>>();
        var commits = new GroupCommit<Integer>(2, (key, group) -> inner.get(0).run(key, 2));
        inner.add(commits);

        assertThatThrownBy(() -> commits.run("a", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> commits.run("a", 1)).as("again").isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anInterruptTakesNoCommandBackAndIsKeptForTheCaller() throws Exception {
        var door = new CountDownLatch(1);
        var done = new CopyOnWriteArrayList<Integer>();
        var commits = new GroupCommit<Integer>(2, (key, group) -> {
            awaitOpen(door);
            done.addAll(group);
        });
        var first = threads.submit(() -> commits.run("a", 1));
        awaitWaiting(1);
        var second = threads.submit(() -> {
            commits.run("a", 2);
            return Thread.currentThread().isInterrupted();
        });
        awaitWaiting(2);

        started.get(1).interrupt();
        door.countDown();

        first.get();
        assertThat(second.get()).isTrue();
        assertThat(done).containsExactly(1, 2);
    }

    private void awaitWaiting(int threads) {
        await("%s threads that wait".formatted(threads))
                .until(() -> started.size() == threads
                        && started.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
    }

    private static void awaitOpen(CountDownLatch door) {
        try {
            door.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
