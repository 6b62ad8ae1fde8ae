package org.natter.attendee.history.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.natter.attendee.history.CountBook;
import org.natter.attendee.history.CountsFrozen;
import org.natter.attendee.history.FrozenCounts;
import org.natter.attendee.person.EventId;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.natter.messaging.ReadModel;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Counts as aggregates of type {@code history-counts}, one document per event, the message in the same write. */
@Component
class MongoCountBook implements CountBook {

    private static final String ROOMS = "history_room";

    private final AggregateCollection<FrozenCounts, CountsFrozen> counts;
    private final MongoOperations store;
    private final ReadModel histories;
    private volatile String indexed = "";

    MongoCountBook(
            Outbox outbox, Announcements<CountsFrozen> announcements, MongoOperations store, ReadModel histories) {
        this.counts = outbox.collection(
                AggregateMapping.of(
                        "history-counts",
                        FrozenCounts.class,
                        (FrozenCounts before, CountsFrozen frozen) -> frozen.counts()),
                announcements);
        this.store = store;
        this.histories = histories;
    }

    @Override
    public void freeze(FrozenCounts settled) {
        var event = settled.event().value();
        if (counts.find(event).isEmpty()) {
            counts.create(event, settled, List.of(new CountsFrozen(settled)));
        }
    }

    @Override
    public List<EventId> unsettled(Instant from, Instant until, Set<EventId> apart) {
        var ended = rooms().find(Filters.and(
                        Filters.gte("facts.endsAt", Date.from(from)), Filters.lte("facts.endsAt", Date.from(until))))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("facts.endsAt"))
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>());
        var settled = counts.findAll(ended).stream().map(FrozenCounts::event).collect(Collectors.toSet());
        return ended.stream()
                .map(EventId::new)
                .filter(event -> !settled.contains(event) && !apart.contains(event))
                .toList();
    }

    /** Indexed on first use, so that the service starts before its store does. */
    private MongoCollection<Document> rooms() {
        var name = histories.present(ROOMS);
        var rooms = store.getCollection(name);
        if (!indexed.equals(name)) {
            rooms.createIndex(Indexes.ascending("facts.endsAt"));
            indexed = name;
        }
        return rooms;
    }
}
