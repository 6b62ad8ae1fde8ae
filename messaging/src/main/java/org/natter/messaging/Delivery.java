package org.natter.messaging;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Takes what aggregates of one type have told from their documents to the broker, in order per aggregate.
 *
 * <p>Guarantee: an entry leaves its document only after its acknowledgement and its row in {@code event_log}. A crash in
 * between sends the same id again. If sending fails, the oldest beyond {@value #KEPT} are parked in the log and sent from
 * there, before anything newer. Aggregates that have told little go together and cost the store as many commands as one.
 */
final class Delivery {

    /** How many unsent entries an aggregate's document keeps while Kafka is away. */
    static final int KEPT = 200;

    private final Sender sender;
    private final MongoEventLog log;

    Delivery(Sender sender, MongoEventLog log) {
        this.sender = sender;
        this.log = log;
    }

    /**
     * What came of a round.
     *
     * @param again who told more meanwhile, or had to wait for the next round
     * @param troubles why others are not sent: a {@link MessageFork} if an id was sent before with another body, which stays
     *     with what follows it; else the first failure, after which no more was tried
     * @param failed whose that failure is, if there is one
     */
    record Round(
            Set<Aggregate> again,
            Map<Aggregate, RuntimeException> troubles,
            @Nullable Aggregate failed) {}

    /** What one aggregate's document holds, the parked first. */
    private record Waiting(
            Aggregate aggregate, Document found, List<String> parked, List<Entry> out, List<Entry> entries) {}

    /**
     * Sends what waits just now: of the first whatever it has, of others while they have told little.
     *
     * @param inTime asked before each aggregate but the first; once it says no, the others wait
     */
    Round sendWaiting(Collection<Aggregate> aggregates, GuardedRows documents, BooleanSupplier inTime) {
        var later = new HashSet<Aggregate>();
        var waiting = waiting(aggregates, documents, later);
        var known = known(waiting);
        var troubles = new LinkedHashMap<Aggregate, RuntimeException>();
        var gone = new ArrayList<Waiting>();
        var sent = new ArrayList<Entry>();
        RuntimeException failure = null;
        Aggregate failed = null;
        try {
            for (var one : waiting) {
                if (one != waiting.get(0) && !inTime.getAsBoolean()) {
                    later.add(one.aggregate());
                    continue;
                }
                try {
                    if (failure == null) {
                        sendInOrder(one.entries(), known, sent);
                        gone.add(one);
                    }
                } catch (MessageFork fork) {
                    troubles.put(one.aggregate(), fork);
                    continue;
                } catch (RuntimeException e) {
                    failure = e;
                    failed = one.aggregate();
                }
                if (failure != null) {
                    troubles.put(one.aggregate(), failure);
                }
            }
        } finally {
            log.sent(sent);
        }
        waiting.stream()
                .filter(one -> troubles.containsKey(one.aggregate()))
                .filter(one -> !(troubles.get(one.aggregate()) instanceof MessageFork))
                .forEach(one -> park(one.aggregate(), documents, one.out()));
        later.addAll(remove(gone, documents));
        return new Round(later, troubles, failed);
    }

    /** No more entries at once than one document may hold, and what was parked alone. */
    private List<Waiting> waiting(Collection<Aggregate> aggregates, GuardedRows documents, Set<Aggregate> later) {
        var byId = new HashMap<String, Aggregate>();
        aggregates.forEach(aggregate -> byId.put(aggregate.id(), aggregate));
        var waiting = new ArrayList<Waiting>();
        var entries = 0;
        for (var found : documents
                .collection()
                .find(Filters.in("_id", byId.keySet()))
                .projection(Projections.include("v", "out", "outSince", "parked"))) {
            if (found.getDate("outSince") == null) {
                continue;
            }
            var aggregate = Objects.requireNonNull(byId.get(found.getString("_id")));
            entries += found.getList("out", Document.class, List.of()).size();
            var isAlone = entries > KEPT
                    || !found.getList("parked", String.class, List.of()).isEmpty();
            if (isAlone && !waiting.isEmpty()) {
                later.add(aggregate);
            } else {
                waiting.add(waiting(aggregate, found));
            }
        }
        return waiting;
    }

    private Waiting waiting(Aggregate aggregate, Document found) {
        var parked = found.getList("parked", String.class, List.of());
        var out = found.getList("out", Document.class, List.of()).stream()
                .map(document -> Entry.of(aggregate.name(), document))
                .toList();
        var entries = new ArrayList<Entry>();
        if (!parked.isEmpty()) {
            entries.addAll(log.parked(aggregate.name(), parked));
        }
        entries.addAll(out);
        return new Waiting(aggregate, found, parked, out, entries);
    }

    private Map<String, MongoEventLog.Known> known(List<Waiting> waiting) {
        var ids = waiting.stream()
                .flatMap(one -> one.entries().stream())
                .map(Entry::id)
                .toList();
        return ids.isEmpty() ? Map.of() : log.known(ids);
    }

    private void sendInOrder(List<Entry> entries, Map<String, MongoEventLog.Known> known, List<Entry> sent) {
        for (Entry entry : entries) {
            var before = known.get(entry.id());
            if (before != null && !before.hash().equals(entry.hash())) {
                throw MessageFork.of(entry.id());
            }
            if (before == null || !before.sent()) {
                sender.send(entry);
                sent.add(entry);
            }
        }
    }

    /** What was sent leaves; who told more in between is next. */
    private static Set<Aggregate> remove(List<Waiting> gone, GuardedRows documents) {
        if (gone.isEmpty() || removeAll(gone, documents)) {
            return Set.of();
        }
        var left = new HashSet<String>();
        documents
                .collection()
                .find(Filters.and(
                        Filters.in(
                                "_id",
                                gone.stream().map(one -> one.aggregate().id()).toList()),
                        Filters.exists("outSince")))
                .projection(Projections.include("_id"))
                .forEach(row -> left.add(row.getString("_id")));
        var again = new HashSet<Aggregate>();
        gone.stream().filter(one -> left.contains(one.aggregate().id())).forEach(one -> {
            remove(one, documents);
            again.add(one.aggregate());
        });
        return again;
    }

    /** True if nothing was told in between: one write, and all of it is gone. */
    private static boolean removeAll(List<Waiting> gone, GuardedRows documents) {
        var all = Updates.combine(Updates.set("out", List.of()), Updates.unset("outSince"), Updates.unset("parked"));
        var writes = gone.stream()
                .map(one -> new UpdateOneModel<Document>(
                        GuardedRows.guard(
                                one.aggregate().id(),
                                one.found().get("v", Number.class).longValue()),
                        all))
                .toList();
        return documents
                        .collection()
                        .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                        .getMatchedCount()
                == gone.size();
    }

    private static void remove(Waiting one, GuardedRows documents) {
        var sent = one.out().stream().map(Entry::id).toList();
        documents
                .collection()
                .updateOne(
                        Filters.eq("_id", one.aggregate().id()),
                        new Document("$pull", new Document("out", new Document("id", new Document("$in", sent))))
                                .append("$pullAll", new Document("parked", one.parked())));
    }

    private void park(Aggregate aggregate, GuardedRows documents, List<Entry> out) {
        if (out.size() <= KEPT) {
            return;
        }
        var oldestOnes = out.subList(0, out.size() - KEPT);
        oldestOnes.forEach(log::park);
        var ids = oldestOnes.stream().map(Entry::id).toList();
        documents
                .collection()
                .updateOne(
                        Filters.eq("_id", aggregate.id()),
                        new Document("$pull", new Document("out", new Document("id", new Document("$in", ids))))
                                .append("$push", new Document("parked", new Document("$each", ids))));
    }
}
