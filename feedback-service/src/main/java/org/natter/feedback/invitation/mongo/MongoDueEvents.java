package org.natter.feedback.invitation.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.EventId;
import org.natter.ids.HexId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One small document an event: the mark {@code v} of its newest change and the next moment {@code due}, if any. */
@Component
class MongoDueEvents implements DueEvents {

    /** Its earlier name, under which installations have it: what is due there must not be lost. */
    static final String COLLECTION = "agenda";

    private static final Duration PUT_OFF_FOR = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;

    private final MongoOperations mongo;
    private final DueEventsSettings settings;
    private final Clock clock;
    private volatile boolean indexed;

    MongoDueEvents(MongoOperations mongo, DueEventsSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    /** What comes in at one time is looked at together, a moment later: topics do not arrive in step. */
    @Override
    public void lookAt(EventId event) {
        entries()
                .updateOne(
                        Filters.eq(event.value()),
                        Updates.combine(
                                Updates.set("v", HexId.random()),
                                Updates.set("due", Date.from(clock.instant().plus(settings.settle())))),
                        new UpdateOptions().upsert(true));
    }

    @Override
    public List<EventId> due(Instant now, Set<EventId> apart) {
        var others = Filters.nin("_id", apart.stream().map(EventId::value).toList());
        return entries()
                .find(Filters.and(Filters.lte("due", Date.from(now)), others))
                .projection(Projections.include("_id"))
                .sort(Indexes.ascending("due"))
                .limit(AT_ONCE)
                .map(entry -> new EventId(entry.getString("_id")))
                .into(new ArrayList<>());
    }

    /** The event is put off for half a minute first: another instance leaves it alone, and if the work fails it comes back. */
    @Override
    public void attend(EventId event, Instant now, Supplier<Optional<Instant>> work) {
        var entry = entries().find(Filters.eq(event.value())).first();
        if (entry == null || !isDue(entry, now)) {
            return;
        }
        var mark = HexId.random();
        if (write(event, entry.getString("v"), mark, Updates.set("due", Date.from(now.plus(PUT_OFF_FOR))))) {
            var next = work.get().map(moment -> Updates.set("due", Date.from(moment)));
            write(event, mark, HexId.random(), next.orElse(Updates.unset("due")));
        }
    }

    /** Nothing happens if the entry has another mark meanwhile. */
    private boolean write(EventId event, String unchanged, String mark, Bson change) {
        return entries()
                        .updateOne(
                                Filters.and(Filters.eq("_id", event.value()), Filters.eq("v", unchanged)),
                                Updates.combine(Updates.set("v", mark), change))
                        .getMatchedCount()
                == 1;
    }

    /** Declared on first use, so that the service starts before its store does. */
    private MongoCollection<Document> entries() {
        var entries = mongo.getCollection(COLLECTION);
        if (!indexed) {
            entries.createIndex(Indexes.ascending("due"));
            indexed = true;
        }
        return entries;
    }

    private static boolean isDue(Document entry, Instant now) {
        var due = entry.getDate("due");
        return due != null && !due.toInstant().isAfter(now);
    }
}
