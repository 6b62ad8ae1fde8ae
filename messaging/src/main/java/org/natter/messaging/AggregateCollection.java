package org.natter.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Aggregates of one type, each one document {@code {_id, v, state, out, outSince}}.
 *
 * <p>Guarantee: state, version and messages change in one write, filtered on the version that was read, durable at a
 * majority before it returns. A lost race decides again; nothing decided writes nothing. A crash after the write loses
 * no message; repeating a command that decided nothing new tells nothing twice.
 */
public final class AggregateCollection<S, E> {

    private static final Bson WITHOUT_OUT = Projections.include("v", "state");

    private final GuardedIndex documents;
    private final States<S, E, ?> states;
    private final Telling<S, E> telling;
    private final Supplier<Date> now;
    private final Consumer<String> wake;
    private final int tries;

    AggregateCollection(
            GuardedIndex documents,
            States<S, E, ?> states,
            Telling<S, E> telling,
            Supplier<Date> now,
            Consumer<String> wake,
            int tries) {
        this.documents = documents;
        this.states = states;
        this.telling = telling;
        this.now = now;
        this.wake = wake;
        this.tries = tries;
    }

    /** The state of one aggregate; empty if unknown. */
    public Optional<S> find(String id) {
        return read(id).map(states::read);
    }

    /** The states of those ids that exist, in no order. */
    public List<S> findAll(Collection<String> ids) {
        var found = new ArrayList<S>();
        if (!ids.isEmpty()) {
            documents
                    .reading()
                    .find(Filters.in("_id", ids))
                    .projection(WITHOUT_OUT)
                    .forEach(document -> found.add(states.read(document)));
        }
        return found;
    }

    /**
     * Runs a decision on the present state and writes what follows; the decision is pure, since a lost race runs it again.
     *
     * @return the state afterwards, or before if nothing was decided; empty if the aggregate is unknown
     * @throws AggregateContended if the race was lost too often
     */
    public Optional<S> change(String id, Function<S, List<E>> decision) {
        for (int attempt = 0; attempt < tries; attempt++) {
            pauseBefore(attempt);
            var found = read(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var after = decideAndReplace(id, found.get(), decision);
            if (after.isPresent()) {
                return after;
            }
        }
        throw AggregateContended.after(tries, states.type(), id);
    }

    /**
     * Inserts a first state and tells these events, which {@code first} already contains.
     *
     * @return {@code first}, or the stored state, unchanged and nothing told, if the id exists
     */
    public S create(String id, S first, List<E> told) {
        return insert(id, first, told)
                ? first
                : find(id).orElseThrow(() -> AggregateContended.after(1, states.type(), id));
    }

    /**
     * Changes what exists, or else decides on {@code whenAbsent} and inserts the outcome.
     *
     * @return the state afterwards; if nothing was decided the state before, and nothing is written
     * @throws AggregateContended if the race was lost too often
     */
    public S changeOrCreate(String id, Supplier<S> whenAbsent, Function<S, List<E>> decision) {
        for (int attempt = 0; attempt < tries; attempt++) {
            pauseBefore(attempt);
            var found = read(id);
            var after = found.isPresent()
                    ? decideAndReplace(id, found.get(), decision)
                    : decideAndInsert(id, whenAbsent.get(), decision);
            if (after.isPresent()) {
                return after.get();
            }
        }
        throw AggregateContended.after(tries, states.type(), id);
    }

    private Optional<Document> read(String id) {
        return Optional.ofNullable(documents
                .reading()
                .find(Filters.eq("_id", id))
                .projection(WITHOUT_OUT)
                .first());
    }

    /** Empty if the race was lost. */
    private Optional<S> decideAndReplace(String id, Document found, Function<S, List<E>> decision) {
        var before = states.read(found);
        var events = decision.apply(before);
        if (events.isEmpty()) {
            return Optional.of(before);
        }
        var after = states.after(before, events);
        var version = found.get("v", Number.class).longValue();
        var out = telling.entries(id, version + 1, after, events);
        var update = new Document();
        if (!out.isEmpty()) {
            var documents = out.stream().map(Entry::toDocument).toList();
            update.append("$push", new Document("out", new Document("$each", documents)));
            update.append("$min", new Document("outSince", now.get()));
        }
        // The version last: the embedded store lets a reader see a half-applied update, and whoever reads an old
        // version beside new fields fails at the guard, while a new version beside old fields would pass it.
        update.append("$set", new Document("state", states.write(after)).append("v", version + 1));
        if (documents
                        .writing()
                        .updateOne(GuardedIndex.guard(id, version), update)
                        .getMatchedCount()
                != 1) {
            return Optional.empty();
        }
        wakeFor(id, out);
        return Optional.of(after);
    }

    /** Empty if somebody inserted it in between. */
    private Optional<S> decideAndInsert(String id, S absent, Function<S, List<E>> decision) {
        var events = decision.apply(absent);
        if (events.isEmpty()) {
            return Optional.of(absent);
        }
        var after = states.after(absent, events);
        return insert(id, after, events) ? Optional.of(after) : Optional.empty();
    }

    private boolean insert(String id, S state, List<E> events) {
        var out = telling.entries(id, 1, state, events);
        var document = new Document("_id", id)
                .append("v", 1L)
                .append("state", states.write(state))
                .append("out", out.stream().map(Entry::toDocument).toList());
        if (!out.isEmpty()) {
            document.append("outSince", now.get());
        }
        if (!documents.insert(document)) {
            return false;
        }
        wakeFor(id, out);
        return true;
    }

    private void wakeFor(String id, List<Entry> out) {
        if (!out.isEmpty()) {
            wake.accept(id);
        }
    }

    /** Many at one aggregate come apart when each waits a little differently. */
    private static void pauseBefore(int attempt) {
        if (attempt > 0) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(2L * attempt)));
        }
    }

    /** What a command's events say to the world. */
    interface Telling<S, E> {

        List<Entry> entries(String id, long version, S after, List<E> events);
    }
}
