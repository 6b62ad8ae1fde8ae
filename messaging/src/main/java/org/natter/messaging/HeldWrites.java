package org.natter.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guarded writes of a batch's messages, held back by the thread that hears them and written together at its end.
 *
 * <p>Guarantee: what is held is written under the same guards as one by one. If the store refuses one of them for good, all
 * are written one by one, so that the one is named and the others are there.
 */
final class HeldWrites {

    private final ThreadLocal<@Nullable Batch> present = new ThreadLocal<>();

    /** From now on this thread's writes are held, until the batch is written or closed. */
    Batch begin() {
        var batch = new Batch();
        present.set(batch);
        return batch;
    }

    /** Whether the present thread holds writes back, this one from now on. */
    boolean holds(GuardedUpsert into, RowFacts told) {
        var batch = present.get();
        if (batch != null) {
            batch.hold(into, told);
        }
        return batch != null;
    }

    /** @throws IllegalStateException if what is held would not be seen */
    void requireNone() {
        if (present.get() != null) {
            throw new IllegalStateException("A table that is written together reads no rows");
        }
    }

    /** What one batch's messages write. */
    final class Batch implements AutoCloseable {

        private final Map<GuardedUpsert, List<RowFacts>> told = new LinkedHashMap<>();
        private final Outcomes outcomes = new Outcomes();
        private int message;

        /** Which message of the batch the next writes are of. */
        void at(int place) {
            message = place;
        }

        /** Writes what is held; then it says of each message what came of it, or which is the first that failed. */
        Outcomes write() {
            present.remove();
            told.forEach((into, all) -> {
                try {
                    into.writeTogether(all, outcomes);
                } catch (RuntimeException trouble) {
                    if (Transient.is(trouble)) {
                        throw trouble;
                    }
                    all.forEach(one -> outcomes.take(into, one));
                }
            });
            return outcomes;
        }

        @Override
        public void close() {
            present.remove();
        }

        private void hold(GuardedUpsert into, RowFacts one) {
            told.computeIfAbsent(into, same -> new ArrayList<>()).add(one);
            outcomes.messages.put(one, message);
        }
    }

    /** What came of each of a batch's writes. */
    static final class Outcomes {

        private final Map<RowFacts, Integer> messages = new IdentityHashMap<>();
        private final Map<Integer, Effect> effects = new LinkedHashMap<>();
        private final List<Failure> failures = new ArrayList<>();

        /** For the same messages written elsewhere, too, of which nobody is told. */
        Outcomes aside() {
            var aside = new Outcomes();
            aside.messages.putAll(messages);
            return aside;
        }

        void note(RowFacts told, Effect effect) {
            effects.merge(messageOf(told), effect, (one, other) -> one == Effect.APPLIED ? one : other);
        }

        void failed(RowFacts told, RuntimeException thrown) {
            failures.add(new Failure(messageOf(told), thrown));
        }

        /** What became of a message that held something. */
        Effect of(int message) {
            return effects.getOrDefault(message, Effect.ALREADY_NEWER);
        }

        Optional<Failure> first() {
            return failures.stream().min(Comparator.comparingInt(Failure::message));
        }

        private void take(GuardedUpsert into, RowFacts one) {
            try {
                note(one, into.write(one));
            } catch (RuntimeException thrown) {
                failed(one, thrown);
            }
        }

        private int messageOf(RowFacts told) {
            var message = messages.get(told);
            if (message == null) {
                throw new IllegalStateException("Nothing was held of this");
            }
            return message;
        }
    }

    /** The message of the batch that failed, and by what. */
    record Failure(int message, RuntimeException thrown) {}
}
