package org.natter.feedback.invitation.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
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
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.feedback.invitation.Agenda;
import org.natter.feedback.invitation.EventId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One small document an event: the mark {@code v} of its newest change and the next moment {@code due}, if any. */
@Component
class MongoAgenda implements Agenda {

    static final String COLLECTION = "agenda";

    private static final Duration CLAIMED_FOR = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;

    private final MongoOperations mongo;
    private final AgendaSettings settings;
    private final Clock clock;
    private volatile boolean indexed;

    MongoAgenda(MongoOperations mongo, AgendaSettings settings, Clock clock) {
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
                        marked(Updates.set("due", Date.from(clock.instant().plus(settings.settle())))),
                        new UpdateOptions().upsert(true));
    }

    @Override
    public List<EventId> due(Instant now) {
        return entries()
                .find(Filters.lte("due", Date.from(now)))
                .projection(Projections.include("_id"))
                .sort(Indexes.ascending("due"))
                .limit(AT_ONCE)
                .map(entry -> new EventId(entry.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Claim> claim(EventId event, Instant now) {
        var entry = entries().find(Filters.eq(event.value())).first();
        if (entry == null || !isDue(entry, now)) {
            return Optional.empty();
        }
        var mark = newMark();
        var taken = entries()
                .updateOne(
                        unchanged(event, entry.getString("v")),
                        Updates.combine(Updates.set("v", mark), Updates.set("due", Date.from(now.plus(CLAIMED_FOR)))));
        return taken.getMatchedCount() == 1 ? Optional.of(new Claim(event, mark)) : Optional.empty();
    }

    @Override
    public void finish(Claim claim, Optional<Instant> next) {
        entries()
                .updateOne(
                        unchanged(claim.event(), claim.mark()),
                        marked(next.map(moment -> Updates.set("due", Date.from(moment)))
                                .orElse(Updates.unset("due"))));
    }

    /** Declared on first use, so that the service starts before its store does. */
    private MongoCollection<Document> entries() {
        var entries = mongo.getCollection(COLLECTION);
        if (!indexed) {
            entries.createIndex(Indexes.ascending("_id", "v"), new IndexOptions().unique(true));
            entries.createIndex(Indexes.ascending("due"));
            indexed = true;
        }
        return entries;
    }

    private static boolean isDue(Document entry, Instant now) {
        var due = entry.getDate("due");
        return due != null && !due.toInstant().isAfter(now);
    }

    private static Bson unchanged(EventId event, String mark) {
        return Filters.and(Filters.eq("_id", event.value()), Filters.eq("v", mark));
    }

    private static Bson marked(Bson change) {
        return Updates.combine(Updates.set("v", newMark()), change);
    }

    private static String newMark() {
        return UUID.randomUUID().toString();
    }
}
