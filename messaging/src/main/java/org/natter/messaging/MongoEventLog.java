package org.natter.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
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
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Everything this service has ever told, kept in its own database without expiry; Kafka only transports. The rows of {@code
 * event_log}: {@code _id} = message id; unsent ones were parked while Kafka was away.
 *
 * <p>Guarantee: a row is written after the broker's acknowledgement and never changed. Sending again gives the same id and
 * the same bytes, which readers take as known.
 */
final class MongoEventLog {

    private static final int PAGE = 1000;

    private static final Comparator<Document> VERSION = Comparator.<Document>comparingLong(
                    row -> row.get("n", Number.class).longValue())
            .thenComparingInt(row -> row.get("i", Number.class).intValue());

    private final Supplier<MongoCollection<Document>> rows;
    private final Clock clock;

    MongoEventLog(Supplier<MongoCollection<Document>> rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Walks through what was told, aggregate by aggregate in the order of their names, a page of rows at a time.
     *
     * @param aggregate {@code <type>/<id>} of one aggregate, or null for all
     * @param since only what was told at this instant or later, or null for everything
     * @param after the aggregate behind which to begin, or null
     */
    History history(@Nullable String aggregate, @Nullable Instant since, @Nullable String after) {
        return new History(aggregate, since, after);
    }

    /** The messages with these ids, in this order. */
    List<Entry> entries(List<String> ids) {
        var bodies = new HashMap<String, Document>();
        rows.get().find(Filters.in("_id", ids)).forEach(row -> bodies.put(row.getString("_id"), row));
        return ids.stream()
                .map(bodies::get)
                .filter(Objects::nonNull)
                .filter(row -> row.get("bytes") != null)
                .map(MongoEventLog::entry)
                .toList();
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
            if (e.getWriteConcernError() != null
                    || !e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            var ids = entries.stream().map(Entry::id).toList();
            rows.get().updateMany(Filters.in("_id", ids), Updates.min("sentAt", now));
        }
    }

    /** Keeps the id and hash of what a database before this one has told, so that nothing else is said under that id. */
    void noteStranger(String id, String aggregate, long version, String hash) {
        Inserts.unlessThere(
                rows.get(),
                new Document("_id", id)
                        .append("aggregate", aggregate)
                        .append("n", version)
                        .append("i", 0)
                        .append("hash", hash)
                        .append("at", Date.from(clock.instant()))
                        .append("strange", true)
                        .append("sentAt", Date.from(clock.instant())));
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

    private static Entry entry(Document row) {
        return Entry.of(row.getString("aggregate"), row);
    }

    /** What the log knows of a message. */
    record Known(String hash, boolean sent) {}

    /**
     * One aggregate's newest messages.
     *
     * @param ids of the newest row of each type and subject, in the order of sending; none if nothing was sent yet
     */
    record Newest(String aggregate, List<String> ids) {}

    /** A walk through the log. An id begins with its aggregate's name, so an aggregate's rows lie side by side. */
    final class History {

        private final @Nullable String aggregate;
        private final @Nullable Instant since;
        private String behind;
        private List<Document> begun = new ArrayList<>();
        private boolean ended;

        private History(@Nullable String aggregate, @Nullable Instant since, @Nullable String after) {
            this.aggregate = aggregate;
            this.since = since;
            this.behind = after == null ? (aggregate == null ? "" : aggregate + "/") : endOf(after);
        }

        /** The next aggregates, one or more; none at the end. */
        List<Newest> next() {
            var complete = new ArrayList<Newest>();
            while (complete.isEmpty() && !ended) {
                var page = page();
                page.forEach(row -> take(row, complete));
                ended = page.size() < PAGE;
                if (ended) {
                    closeInto(complete);
                }
            }
            return complete;
        }

        private List<Document> page() {
            var filters = new ArrayList<Bson>(List.of(Filters.gt("_id", behind)));
            if (aggregate != null) {
                filters.add(Filters.lt("_id", endOf(aggregate)));
            }
            if (since != null) {
                filters.add(Filters.gte("at", Date.from(since)));
            }
            var page = rows.get()
                    .find(Filters.and(filters))
                    .sort(Sorts.ascending("_id"))
                    .limit(PAGE)
                    .projection(Projections.include("aggregate", "n", "i", "type", "subject", "sentAt"))
                    .into(new ArrayList<>());
            if (!page.isEmpty()) {
                behind = page.get(page.size() - 1).getString("_id");
            }
            return page;
        }

        private void take(Document row, List<Newest> complete) {
            if (!begun.isEmpty() && !begun.get(0).getString("aggregate").equals(row.getString("aggregate"))) {
                closeInto(complete);
            }
            begun.add(row);
        }

        private void closeInto(List<Newest> complete) {
            if (!begun.isEmpty()) {
                complete.add(new Newest(begun.get(0).getString("aggregate"), newest(begun)));
                begun = new ArrayList<>();
            }
        }

        private static List<String> newest(List<Document> rows) {
            var newest = new LinkedHashMap<String, Document>();
            rows.stream()
                    .filter(row -> row.getDate("sentAt") != null && row.getString("type") != null)
                    .forEach(row -> {
                        var key = row.getString("type") + " " + row.getString("subject");
                        newest.merge(key, row, (one, other) -> VERSION.compare(one, other) >= 0 ? one : other);
                    });
            return newest.values().stream()
                    .sorted(VERSION)
                    .map(row -> row.getString("_id"))
                    .toList();
        }

        /** Beyond every id that begins with this aggregate's name and a slash. */
        private static String endOf(String aggregate) {
            return aggregate + (char) ('/' + 1);
        }
    }
}
