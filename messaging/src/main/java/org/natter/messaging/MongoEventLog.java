package org.natter.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The rows of {@code event_log}: {@code _id} = message id; unsent ones were parked while Kafka was away. */
final class MongoEventLog implements EventLog {

    private static final Comparator<Document> VERSION = Comparator.<Document>comparingLong(
                    row -> row.get("n", Number.class).longValue())
            .thenComparingInt(row -> row.get("i", Number.class).intValue());

    private final Supplier<MongoCollection<Document>> rows;
    private final Sender sender;
    private final Clock clock;

    MongoEventLog(Supplier<MongoCollection<Document>> rows, Sender sender, Clock clock) {
        this.rows = rows;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public int republish(@Nullable String aggregate, @Nullable Instant since) {
        var newest = newest(aggregate, since);
        var sent = 0;
        for (int from = 0; from < newest.size(); from += 100) {
            var ids = newest.subList(from, Math.min(from + 100, newest.size()));
            var bodies = new HashMap<String, Document>();
            rows.get().find(Filters.in("_id", ids)).forEach(row -> bodies.put(row.getString("_id"), row));
            for (String id : ids) {
                var row = bodies.get(id);
                if (row != null && row.get("bytes") != null) {
                    sender.send(entry(row));
                    sent++;
                }
            }
        }
        return sent;
    }

    /** What is known of these messages: id to row without body. */
    Map<String, Known> known(Collection<String> ids) {
        var known = new HashMap<String, Known>();
        rows.get()
                .find(Filters.in("_id", ids))
                .projection(Projections.include("hash", "sentAt"))
                .forEach(row -> known.put(
                        row.getString("_id"), new Known(row.getString("hash"), row.getDate("sentAt") != null)));
        return known;
    }

    /** Notes that the broker has them. A row that was there before stays, or receives the time if it was parked. */
    void sent(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var now = Date.from(clock.instant());
        try {
            rows.get()
                    .insertMany(
                            entries.stream()
                                    .map(entry -> row(entry).append("sentAt", now))
                                    .toList(),
                            new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            var ids = entries.stream().map(Entry::id).toList();
            rows.get().updateMany(Filters.in("_id", ids), Updates.min("sentAt", now));
        }
    }

    /** Keeps a message that cannot be sent yet, so that the aggregate's document stays small. */
    void park(Entry entry) {
        Inserts.unlessThere(rows.get(), row(entry));
    }

    /** Parked messages in their order. */
    List<Entry> parked(String aggregate, Collection<String> ids) {
        var entries = new ArrayList<Entry>();
        rows.get().find(Filters.in("_id", ids)).forEach(row -> {
            if (row.getDate("sentAt") == null && row.get("bytes") != null) {
                entries.add(entry(row));
            }
        });
        entries.sort(Comparator.comparingLong(Entry::version).thenComparingInt(Entry::position));
        return entries;
    }

    private static Document row(Entry entry) {
        var row = new Document("_id", entry.id()).append("aggregate", entry.aggregate());
        row.putAll(entry.toDocument());
        return row;
    }

    /** Newest first by version; ids in the order of sending. */
    private List<String> newest(@Nullable String aggregate, @Nullable Instant since) {
        var newest = new LinkedHashMap<String, Document>();
        rows.get()
                .find(filter(aggregate, since))
                .projection(Projections.include("aggregate", "n", "i", "type", "subject", "sentAt"))
                .forEach(row -> {
                    if (row.getDate("sentAt") != null) {
                        var key = row.getString("aggregate") + " " + row.getString("type") + " "
                                + row.getString("subject");
                        newest.merge(key, row, (one, other) -> VERSION.compare(one, other) >= 0 ? one : other);
                    }
                });
        return newest.values().stream()
                .sorted(Comparator.<Document, String>comparing(row -> row.getString("aggregate"))
                        .thenComparing(VERSION))
                .map(row -> row.getString("_id"))
                .toList();
    }

    private static Bson filter(@Nullable String aggregate, @Nullable Instant since) {
        var filters = new ArrayList<Bson>();
        if (aggregate != null) {
            filters.add(Filters.eq("aggregate", aggregate));
        }
        if (since != null) {
            filters.add(Filters.gte("at", Date.from(since)));
        }
        return filters.isEmpty() ? new Document() : Filters.and(filters);
    }

    private static Entry entry(Document row) {
        return Entry.of(row.getString("aggregate"), row);
    }

    /** What the log knows of a message. */
    record Known(String hash, boolean sent) {}
}
