package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.ids.Sha256;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Gives aggregates their collections, and with them the way to Kafka.
 *
 * <p>Guarantee: what a collection told is sent at least once, in order per aggregate, also after a crash or with Kafka away
 * for long; it is in the aggregate's own document until the broker has acknowledged it.
 */
public final class Outbox {

    private final MongoDatabaseFactory store;
    private final MongoConverter converter;
    private final MessageBodies bodies;
    private final Relay relay;
    private final SearchIndexes indexes;
    private final Clock clock;
    private final MessagingSettings settings;
    private final LongSupplier floor;
    private final Supplier<@Nullable String> traceparent;

    Outbox(
            MongoDatabaseFactory store,
            MongoConverter converter,
            MessageBodies bodies,
            Relay relay,
            SearchIndexes indexes,
            Clock clock,
            MessagingSettings settings,
            LongSupplier floor,
            Supplier<@Nullable String> traceparent) {
        this.store = store;
        this.converter = converter;
        this.bodies = bodies;
        this.relay = relay;
        this.indexes = indexes;
        this.clock = clock;
        this.settings = settings;
        this.floor = floor;
        this.traceparent = traceparent;
    }

    /**
     * The collection of one aggregate type, named like the type; asked for once, when the service is built.
     *
     * @throws IllegalStateException if this application has no topic of its own
     */
    public <S, E, D> AggregateCollection<S, E> collection(
            AggregateMapping<S, E, D> mapping, Announcements<E> announcements) {
        return collection(mapping, announcements, List.of());
    }

    /**
     * The same, with the fields of the state that the service's own queries search by; they are indexed in the background,
     * where the store has indexes. Commas part the fields of one index.
     */
    public <S, E, D> AggregateCollection<S, E> collection(
            AggregateMapping<S, E, D> mapping, Announcements<E> announcements, List<String> searchedBy) {
        if (settings.topic() == null || settings.source() == null) {
            throw new IllegalStateException("natter.messaging.topic and natter.messaging.source are not set");
        }
        Supplier<MongoCollection<Document>> rows =
                () -> store.getMongoDatabase().getCollection(mapping.type());
        indexes.declare(rows, "outSince");
        searchedBy.forEach(fields -> indexes.declare(
                rows,
                Stream.of(fields.split(",")).map(field -> "state." + field).toArray(String[]::new)));
        var documents = new GuardedRows(rows);
        relay.watch(mapping.type(), documents);
        return new AggregateCollection<>(
                documents,
                new States<>(mapping, converter),
                new Telling<>(mapping.type(), announcements),
                floor,
                () -> Date.from(clock.instant()),
                id -> relay.wake(mapping.type(), id),
                settings.tries(),
                settings.kept());
    }

    /** One type's announcements as entries, with their ids, bytes and hashes. */
    private final class Telling<S, E> implements AggregateCollection.Telling<S, E> {

        private final String type;
        private final Announcements<E> announcements;

        Telling(String type, Announcements<E> announcements) {
            this.type = type;
            this.announcements = announcements;
        }

        @Override
        public @Nullable String here() {
            return traceparent.get();
        }

        @Override
        public List<Entry> entries(String id, long version, S after, List<E> events, @Nullable String trace) {
            return Outbox.this.entries(type + "/" + id, version, announcements, after, events, trace);
        }
    }

    private <E> List<Entry> entries(
            String aggregate,
            long version,
            Announcements<E> announcements,
            Object state,
            List<E> events,
            @Nullable String trace) {
        var told = new ArrayList<Announcements.Told>();
        events.forEach(event -> told.addAll(announcements.tell(state, event)));
        var subjects = new HashSet<String>();
        var at = clock.instant();
        var entries = new ArrayList<Entry>();
        for (var one : told) {
            if (!subjects.add(one.subject())) {
                throw new IllegalStateException(
                        "One command tells two things about one subject of " + aggregate + ": " + one.type());
            }
            var position = told.size() == 1 ? 0 : entries.size() + 1;
            var id = aggregate + "/" + version + (position == 0 ? "" : "." + position);
            var bytes = bodies.write(one.body());
            entries.add(new Entry(
                    id, aggregate, version, position, one.type(), one.subject(), at, bytes, Sha256.hex(bytes), trace));
        }
        return entries;
    }
}
