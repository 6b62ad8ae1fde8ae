package org.natter.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Commits what waits for the same key together: whoever comes first leads and commits what has gathered, everybody else
 * waits for their own answer.
 *
 * <p>Guarantee: for one key one commit runs at a time, of at most so many commands in the order of their coming, so nobody
 * is overtaken and nobody starves. A leader commits one group, their own command in it, and hands the lead on; no thread
 * of its own. If a commit throws, everybody in its group gets what it threw.
 */
final class GroupCommit<C> {

    private final int most;
    private final BiConsumer<String, List<C>> commit;
    private final Map<String, Queue<Waiting<C>>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Thread> leaders = new ConcurrentHashMap<>();

    /**
     * @param most how many commands go into one group
     * @param commit takes a key and its group, on the thread of the leader
     */
    GroupCommit(int most, BiConsumer<String, List<C>> commit) {
        this.most = most;
        this.commit = commit;
    }

    /**
     * Returns once the command was committed; throws what its commit threw.
     *
     * @throws IllegalStateException if it is given from within a commit of the same key, which would wait for itself
     */
    void run(String key, C command) {
        if (leaders.get(key) == Thread.currentThread()) {
            throw new IllegalStateException("A decision gives no command to its own aggregate");
        }
        var mine = new Waiting<>(command);
        try {
            if (queue(key, mine) || mine.awaitTurn()) {
                lead(key);
            }
        } finally {
            mine.giveInterruptBack();
        }
        mine.rethrow();
    }

    /** Whether nobody was there, so that the newcomer leads. */
    private boolean queue(String key, Waiting<C> mine) {
        waiting.compute(key, (same, present) -> {
            var all = present == null ? new ArrayDeque<Waiting<C>>() : present;
            mine.leads = present == null;
            all.add(mine);
            return all;
        });
        return mine.leads;
    }

    private void lead(String key) {
        var group = next(key);
        Throwable thrown = null;
        leaders.put(key, Thread.currentThread());
        try {
            commit.accept(key, group.stream().map(Waiting::command).toList());
        } catch (RuntimeException | Error failed) {
            thrown = failed;
        } finally {
            leaders.remove(key);
        }
        handOn(key);
        for (var one : group) {
            one.finish(thrown);
        }
    }

    private List<Waiting<C>> next(String key) {
        var group = new ArrayList<Waiting<C>>();
        waiting.computeIfPresent(key, (same, all) -> {
            while (group.size() < most && !all.isEmpty()) {
                group.add(all.remove());
            }
            return all;
        });
        return group;
    }

    private void handOn(String key) {
        waiting.computeIfPresent(key, (same, all) -> {
            var next = all.peek();
            if (next == null) {
                return null;
            }
            next.lead();
            return all;
        });
    }

    /** One command and the thread behind it. */
    private static final class Waiting<C> {

        private final C command;
        private final CountDownLatch turn = new CountDownLatch(1);
        private boolean leads;
        private boolean interrupted;
        private @Nullable Throwable thrown;

        Waiting(C command) {
            this.command = command;
        }

        C command() {
            return command;
        }

        void lead() {
            leads = true;
            turn.countDown();
        }

        void finish(@Nullable Throwable by) {
            thrown = by;
            turn.countDown();
        }

        /**
         * Whether to lead now; otherwise it is done. An interrupt neither takes a command back that may be written already
         * nor falls on the group that is led: it is kept for the caller.
         */
        boolean awaitTurn() {
            while (true) {
                try {
                    turn.await();
                    return leads;
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        }

        void giveInterruptBack() {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void rethrow() {
            if (thrown instanceof RuntimeException failed) {
                throw failed;
            }
            if (thrown instanceof Error failed) {
                throw failed;
            }
        }
    }
}
