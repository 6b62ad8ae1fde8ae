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
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.natter.messaging.RecentStates.Known;

/**
 * Aggregates of one type, each one document {@code {_id, v, state, out, outSince}}.
 *
 * <p>Guarantee: state, version and messages change in one write, filtered on the version that was decided on, durable at a
 * majority before it returns. Commands that meet at one aggregate are decided one after another on the state in memory,
 * in the order of their coming, and written together (ADR 0031): each has its own version, its own messages and its own
 * answer, and one that throws changes nothing for the others. What another process wrote is never decided over: a lost
 * race reads and decides again, and a command that decides nothing has had its state's version checked. Nothing decided
 * writes nothing. A crash after the write loses no message; repeating a command that decided nothing new tells nothing
 * twice.
 */
public final class AggregateCollection<S, E> {

    /** Enough for a burst; few enough that the last of a group does not wait for long. */
    private static final int GROUP = 64;

    private static final Bson WITHOUT_OUT = Projections.include("v", "state");
    private static final Bson VERSION = Projections.include("v");

    private final GuardedRows documents;
    private final States<S, E, ?> states;
    private final Telling<S, E> telling;
    private final LongSupplier floor;
    private final Supplier<Date> now;
    private final Consumer<String> wake;
    private final int tries;
    private final RecentStates<S> recent;
    private final GroupCommit<Command<S, E>> commands = new GroupCommit<>(GROUP, this::commit);

    AggregateCollection(
            GuardedRows documents,
            States<S, E, ?> states,
            Telling<S, E> telling,
            LongSupplier floor,
            Supplier<Date> now,
            Consumer<String> wake,
            int tries,
            int kept) {
        this.documents = documents;
        this.states = states;
        this.telling = telling;
        this.floor = floor;
        this.now = now;
        this.wake = wake;
        this.tries = tries;
        this.recent = new RecentStates<>(kept);
    }

    /**
     * The state of one aggregate; empty if unknown. Whoever asks while it is being written waits for that write instead of
     * reading the whole again.
     *
     * @throws AggregateContended if that write lost the race with other processes too often
     */
    public Optional<S> find(String id) {
        var known = recent.get(id);
        return known.isPresent() && known.get().version() == versionOf(id)
                ? known.get().found()
                : foundInTurn(id);
    }

    private Optional<S> foundInTurn(String id) {
        return run(id, present -> present.map(Decided::<S, E>unchanged).orElseGet(Decided::nothing));
    }

    /** The states of those ids that exist, in no order. */
    public List<S> findAll(Collection<String> ids) {
        var found = new ArrayList<S>();
        var missing = new ArrayList<String>();
        var moved = new ArrayList<String>();
        if (ids.isEmpty()) {
            return found;
        }
        documents.collection().find(Filters.in("_id", ids)).projection(VERSION).forEach(document -> {
            var id = document.getString("_id");
            var known = recent.get(id);
            if (known.isEmpty()) {
                missing.add(id);
            } else if (known.get().version() == versionOf(document)) {
                known.get().found().ifPresent(found::add);
            } else {
                moved.add(id);
            }
        });
        moved.forEach(id -> foundInTurn(id).ifPresent(found::add));
        if (!missing.isEmpty()) {
            documents
                    .collection()
                    .find(Filters.in("_id", missing))
                    .projection(WITHOUT_OUT)
                    .forEach(document -> found.add(states.read(document)));
        }
        return found;
    }

    /**
     * Runs a decision on the present state and writes what follows; the decision is pure, since a lost race runs it again.
     *
     * @return the state afterwards, or before if nothing was decided; empty if the aggregate is unknown
     * @throws AggregateContended if the race with other processes was lost too often
     */
    public Optional<S> change(String id, Function<S, List<E>> decision) {
        return run(id, present -> present.map(state -> decided(state, decision)).orElseGet(Decided::nothing));
    }

    /**
     * Inserts a first state and tells these events, which {@code first} already contains.
     *
     * @return {@code first}, or the stored state, unchanged and nothing told, if the id exists
     */
    public S create(String id, S first, List<E> told) {
        return run(
                        id,
                        present ->
                                present.map(Decided::<S, E>unchanged).orElseGet(() -> new Decided<>(first, told, true)))
                .orElseThrow();
    }

    /**
     * Changes what exists, or else decides on {@code whenAbsent} and inserts the outcome.
     *
     * @return the state afterwards; if nothing was decided the state before, and nothing is written
     * @throws AggregateContended if the race with other processes was lost too often
     */
    public S changeOrCreate(String id, Supplier<S> whenAbsent, Function<S, List<E>> decision) {
        return run(id, present -> decided(present.orElseGet(whenAbsent), decision))
                .orElseThrow();
    }

    private Optional<S> run(String id, Function<Optional<S>, Decided<S, E>> decision) {
        var command = new Command<>(decision, telling.here());
        commands.run(id, command);
        return command.answer();
    }

    private Decided<S, E> decided(S before, Function<S, List<E>> decision) {
        var events = decision.apply(before);
        return events.isEmpty() ? Decided.unchanged(before) : new Decided<>(states.after(before, events), events, true);
    }

    /**
     * Decides and writes all of them, on what is remembered at first, then on what is read: the store has the last word,
     * also if it went back, as after a backup was restored.
     */
    private void commit(String id, List<Command<S, E>> all) {
        for (int attempt = 0; attempt < tries; attempt++) {
            pauseBefore(attempt);
            var remembered = attempt == 0 ? recent.get(id) : Optional.<Known<S>>empty();
            var before = remembered.orElseGet(() -> read(id));
            var group = new Group<>(id, before, telling, floor);
            all.forEach(group::decide);
            var stands = group.changed()
                    ? write(id, before, group)
                    : remembered.isEmpty() || versionOf(id) == before.version();
            if (stands) {
                if (group.after().version() > 0) {
                    recent.put(id, group.after());
                }
                return;
            }
            recent.forget(id);
        }
        throw AggregateContended.after(tries, states.type(), id);
    }

    /** False if the race was lost. */
    private boolean write(String id, Known<S> before, Group<S, E> group) {
        var out = group.out().stream().map(Entry::toDocument).toList();
        var written = before.version() == 0 ? insert(id, group, out) : replace(id, before, group, out);
        if (written && !out.isEmpty()) {
            wake.accept(id);
        }
        return written;
    }

    private boolean insert(String id, Group<S, E> group, List<Document> out) {
        var document = new Document("_id", id)
                .append("v", group.after().version())
                .append("state", states.write(group.state()))
                .append("out", out);
        if (!out.isEmpty()) {
            document.append("outSince", now.get());
        }
        return Inserts.unlessThere(documents.collection(), document);
    }

    private boolean replace(String id, Known<S> before, Group<S, E> group, List<Document> out) {
        var update = new Document();
        if (!out.isEmpty()) {
            update.append("$push", new Document("out", new Document("$each", out)));
            update.append("$min", new Document("outSince", now.get()));
        }
        // The version last: the embedded store lets a reader see a half-applied update, and whoever reads an old
        // version beside new fields fails at the guard, while a new version beside old fields would pass it.
        var changes = states.changes(before.found().orElseThrow(), group.state());
        if (!changes.gone().isEmpty()) {
            update.append("$unset", changes.gone());
        }
        update.append("$set", changes.set().append("v", group.after().version()));
        return documents
                        .collection()
                        .updateOne(GuardedRows.guard(id, before.version()), update)
                        .getMatchedCount()
                == 1;
    }

    private Known<S> read(String id) {
        var found = documents
                .collection()
                .find(Filters.eq("_id", id))
                .projection(WITHOUT_OUT)
                .first();
        return found == null ? Known.nothing() : new Known<>(versionOf(found), states.read(found));
    }

    private long versionOf(String id) {
        var found = documents
                .collection()
                .find(Filters.eq("_id", id))
                .projection(VERSION)
                .first();
        return found == null ? 0 : versionOf(found);
    }

    private static long versionOf(Document document) {
        return document.get("v", Number.class).longValue();
    }

    /** Processes at one aggregate come apart when each waits a little differently. */
    private static void pauseBefore(int attempt) {
        if (attempt > 0) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(2L * attempt)));
        }
    }

    /** What a command's events say to the world. */
    interface Telling<S, E> {

        /** The trace that the calling thread is in. */
        @Nullable
        String here();

        List<Entry> entries(String id, long version, S after, List<E> events, @Nullable String trace);
    }

    /**
     * What one command makes of what it finds.
     *
     * @param state null if there is nothing, before and after
     */
    private record Decided<S, E>(@Nullable S state, List<E> events, boolean changed) {

        static <S, E> Decided<S, E> nothing() {
            return new Decided<>(null, List.of(), false);
        }

        static <S, E> Decided<S, E> unchanged(S state) {
            return new Decided<>(state, List.of(), false);
        }
    }

    /** One caller's decision, and what came of it. */
    private static final class Command<S, E> {

        private final Function<Optional<S>, Decided<S, E>> decision;
        private final @Nullable String trace;
        private Optional<S> answer = Optional.empty();
        private @Nullable RuntimeException refusal;

        Command(Function<Optional<S>, Decided<S, E>> decision, @Nullable String trace) {
            this.decision = decision;
            this.trace = trace;
        }

        Optional<S> answer() {
            if (refusal != null) {
                throw refusal;
            }
            return answer;
        }
    }

    /** The commands of one commit, decided one after another. */
    private static final class Group<S, E> {

        private final String id;
        private final Telling<S, E> telling;
        private final LongSupplier floor;
        private final Known<S> before;
        private final List<Entry> out = new ArrayList<>();
        private Known<S> after;

        Group(String id, Known<S> before, Telling<S, E> telling, LongSupplier floor) {
            this.id = id;
            this.telling = telling;
            this.floor = floor;
            this.before = before;
            this.after = before;
        }

        void decide(Command<S, E> command) {
            try {
                command.refusal = null;
                var decided = command.decision.apply(after.found());
                command.answer = Optional.ofNullable(decided.state());
                if (decided.changed() && decided.state() != null) {
                    var next = Math.max(after.version(), floor.getAsLong()) + 1;
                    out.addAll(telling.entries(id, next, decided.state(), decided.events(), command.trace));
                    after = new Known<>(next, decided.state());
                }
            } catch (RuntimeException refused) {
                command.refusal = refused;
            }
        }

        boolean changed() {
            return after.version() > before.version();
        }

        Known<S> after() {
            return after;
        }

        S state() {
            return after.found().orElseThrow();
        }

        List<Entry> out() {
            return out;
        }
    }
}
