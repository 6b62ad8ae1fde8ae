package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.web.WebSettings;
import org.natter.web.account.SessionKeys;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions in the collection {@code session}, under a hash of their id; plain values only. A session ends after the
 * longest pause or the longest life of the settings, by the clock bean; expired rows are swept away hourly.
 */
@Component("sessionRepository")
class MongoSessions implements SessionRepository<StoredSession> {

    private static final Duration WORTH_WRITING = Duration.ofMinutes(1);

    private final MongoOperations mongo;
    private final WebSettings.Session rules;
    private final Clock clock;

    MongoSessions(MongoOperations mongo, WebSettings settings, Clock clock) {
        this.mongo = mongo;
        this.rules = settings.session();
        this.clock = clock;
    }

    @Override
    public StoredSession createSession() {
        var now = clock.instant();
        return new StoredSession(SessionKeys.fresh(), now, now, rules.idle(), Map.of());
    }

    @Override
    public void save(StoredSession session) {
        var now = clock.instant();
        var former = session.formerId();
        if (former != null) {
            deleteById(former);
        }
        var row = Filters.eq("_id", SessionKeys.stored(session.getId()));
        if (session.changed()) {
            sessions().replaceOne(row, toDocument(session, now), new ReplaceOptions().upsert(true));
        } else if (session.getLastAccessedTime().plus(WORTH_WRITING).isBefore(now)) {
            sessions().updateOne(row, Updates.set("seen", Date.from(now)));
        } else {
            return;
        }
        session.saved(now);
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        var found = sessions().find(Filters.eq("_id", SessionKeys.stored(id))).first();
        if (found == null) {
            return null;
        }
        var session = toSession(id, found);
        if (over(session, clock.instant())) {
            deleteById(id);
            return null;
        }
        return session;
    }

    @Override
    public void deleteById(String id) {
        sessions().deleteOne(Filters.eq("_id", SessionKeys.stored(id)));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        var now = clock.instant();
        sessions()
                .deleteMany(Filters.or(
                        Filters.lt("seen", Date.from(now.minus(rules.idle()))),
                        Filters.lt("created", Date.from(now.minus(rules.absolute())))));
        mongo.getCollection("sign_in_code").deleteMany(Filters.lt("until", Date.from(now)));
        mongo.getCollection("attempt").deleteMany(Filters.lt("at", Date.from(now.minus(Duration.ofDays(1)))));
    }

    private boolean over(StoredSession session, Instant now) {
        return session.getLastAccessedTime().plus(rules.idle()).isBefore(now)
                || session.getCreationTime().plus(rules.absolute()).isBefore(now);
    }

    private static Document toDocument(StoredSession session, Instant now) {
        var values = new ArrayList<Document>();
        session.attributes().forEach((name, value) -> values.add(new Document("name", name).append("value", value)));
        return new Document("_id", SessionKeys.stored(session.getId()))
                .append("created", Date.from(session.getCreationTime()))
                .append("seen", Date.from(now))
                .append("values", values);
    }

    private StoredSession toSession(String id, Document found) {
        var values = new TreeMap<String, Object>();
        for (var entry : found.getList("values", Document.class, List.of())) {
            values.put(entry.getString("name"), entry.get("value"));
        }
        return new StoredSession(
                id, found.getDate("created").toInstant(), found.getDate("seen").toInstant(), rules.idle(), values);
    }

    private MongoCollection<Document> sessions() {
        return mongo.getCollection("session");
    }
}
