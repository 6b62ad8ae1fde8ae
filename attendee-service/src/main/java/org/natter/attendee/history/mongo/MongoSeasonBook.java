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
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.attendee.history.SeasonBook;
import org.natter.attendee.history.SeasonCounted;
import org.natter.attendee.history.SeasonCounts;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;
import org.natter.ids.HexId;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.natter.messaging.ReadModel;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Counts as aggregates of type {@code history-season}, one document a region and year, the message in the same write. */
@Component
class MongoSeasonBook implements SeasonBook {

    private static final String ROOMS = "history_room";

    private final AggregateCollection<SeasonCounts, SeasonCounted> seasons;
    private final MongoOperations store;
    private final ReadModel histories;
    private volatile String indexed = "";

    MongoSeasonBook(
            Outbox outbox, Announcements<SeasonCounted> announcements, MongoOperations store, ReadModel histories) {
        this.seasons = outbox.collection(
                AggregateMapping.of(
                        "history-season",
                        SeasonCounts.class,
                        (SeasonCounts before, SeasonCounted counted) -> counted.counts()),
                announcements);
        this.store = store;
        this.histories = histories;
    }

    @Override
    public void settle(SeasonCounts counts) {
        if (find(counts.region(), counts.year()).isEmpty()) {
            seasons.create(id(counts.region(), counts.year()), counts, List.of(new SeasonCounted(counts)));
        }
    }

    @Override
    public Optional<SeasonCounts> find(RegionId region, int year) {
        return seasons.find(id(region, year));
    }

    @Override
    public List<EventId> ended(Instant from, Instant until) {
        return events(Filters.and(
                Filters.gte("facts.endsAt", Date.from(from)), Filters.lte("facts.endsAt", Date.from(until))));
    }

    @Override
    public List<EventId> eventsOf(RegionId region) {
        return events(Filters.eq("facts.region", region.value()));
    }

    private List<EventId> events(Bson which) {
        return rooms().find(which)
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("facts.endsAt"))
                .map(row -> new EventId(row.getString("_id")))
                .into(new ArrayList<>());
    }

    private static String id(RegionId region, int year) {
        return HexId.derivedFrom(region.value() + "/" + year);
    }

    /** Indexed on first use, so that the service starts before its store does. */
    private MongoCollection<Document> rooms() {
        var name = histories.present(ROOMS);
        var rooms = store.getCollection(name);
        if (!indexed.equals(name)) {
            rooms.createIndex(Indexes.ascending("facts.region"));
            indexed = name;
        }
        return rooms;
    }
}
