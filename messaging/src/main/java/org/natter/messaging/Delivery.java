package org.natter.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Takes what one aggregate has told from its document to the broker, in order.
 *
 * <p>Guarantee: an entry leaves the document only after its acknowledgement and its row in {@code event_log}. A crash in
 * between sends the same id again. If sending fails, the oldest beyond {@value #KEPT} are parked in the log and sent from
 * there, before anything newer.
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
     * Sends what waits just now.
     *
     * @return whether more was told meanwhile
     * @throws MessageFork if one of these ids was sent before with another body; it and what follows stay
     */
    boolean sendWaiting(Aggregate aggregate, GuardedRows documents) {
        var found = waiting(aggregate, documents);
        return found.isPresent() && send(aggregate, documents, found.get());
    }

    private Optional<Document> waiting(Aggregate aggregate, GuardedRows documents) {
        var found = documents
                .collection()
                .find(Filters.eq("_id", aggregate.id()))
                .projection(Projections.include("v", "out", "outSince", "parked"))
                .first();
        return Optional.ofNullable(found).filter(document -> document.getDate("outSince") != null);
    }

    private boolean send(Aggregate aggregate, GuardedRows documents, Document found) {
        var parked = found.getList("parked", String.class, List.of());
        var out = found.getList("out", Document.class, List.of()).stream()
                .map(document -> Entry.of(aggregate.name(), document))
                .toList();
        var entries = new ArrayList<Entry>();
        if (!parked.isEmpty()) {
            entries.addAll(log.parked(aggregate.name(), parked));
        }
        entries.addAll(out);
        try {
            sendInOrder(entries);
        } catch (MessageFork fork) {
            throw fork;
        } catch (RuntimeException e) {
            park(aggregate, documents, out);
            throw e;
        }
        return !removeAll(aggregate, documents, found) && remove(aggregate, documents, out, parked);
    }

    private void sendInOrder(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var known = log.known(entries.stream().map(Entry::id).toList());
        var sent = new ArrayList<Entry>();
        try {
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
        } finally {
            log.sent(sent);
        }
    }

    /** True if nothing was told in between: one write, and all of it is gone. */
    private static boolean removeAll(Aggregate aggregate, GuardedRows documents, Document found) {
        var all = Updates.combine(Updates.set("out", List.of()), Updates.unset("outSince"), Updates.unset("parked"));
        var version = found.get("v", Number.class).longValue();
        return documents
                        .collection()
                        .updateOne(GuardedRows.guard(aggregate.id(), version), all)
                        .getMatchedCount()
                == 1;
    }

    /** What was sent leaves, and the newer ones are next: true. */
    private static boolean remove(Aggregate aggregate, GuardedRows documents, List<Entry> out, List<String> parked) {
        var sent = out.stream().map(Entry::id).toList();
        documents
                .collection()
                .updateOne(
                        Filters.eq("_id", aggregate.id()),
                        new Document("$pull", new Document("out", new Document("id", new Document("$in", sent))))
                                .append("$pullAll", new Document("parked", parked)));
        return true;
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
