package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.SessionKeys;
import org.natter.web.settings.WebSettings;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions in the collection {@code session}, under a hash of their id, each value {@link Seal closed}. A session ends
 * after the longest pause or the longest life of the settings, by the clock bean; expired rows are swept away hourly. One
 * begun with a longest pause of its own keeps to that.
 */
@Component("sessionRepository")
class MongoSessions implements SessionRepository<StoredSession> {

    private static final Duration WORTH_WRITING = Duration.ofMinutes(1);
    private static final String IDLE = "idle";
    private static final char DOT = '~';

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
        return new StoredSession(SessionKeys.fresh(), now, now, rules.idle(), Map.of(), false);
    }

    @Override
    public void save(StoredSession session) {
        var now = clock.instant();
        var former = session.formerId();
        if (!session.isStored()) {
            sessions().insertOne(row(session, now));
        } else if (former != null) {
            move(former, session, now);
        } else if (!session.changed().isEmpty()) {
            sessions().updateOne(byId(session.getId()), changes(Seal.of(session.getId()), session, now));
        } else if (session.getLastAccessedTime().plus(WORTH_WRITING).isBefore(now)) {
            sessions().updateOne(byId(session.getId()), seen(now));
        } else {
            return;
        }
        session.saved(now);
    }

    /** Under its new id, with what other requests have set meanwhile; one that was signed out meanwhile stays away. */
    private void move(String former, StoredSession session, Instant now) {
        sessions().updateOne(byId(former), changes(Seal.of(former), session, now));
        var found = sessions().findOneAndDelete(byId(former));
        if (found != null) {
            sessions()
                    .insertOne(found.append("_id", SessionKeys.stored(session.getId()))
                            .append("attributes", closed(session.getId(), opened(former, found))));
        }
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        var found = sessions().find(byId(id)).first();
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
        sessions().deleteOne(byId(id));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        var now = clock.instant();
        sessions()
                .deleteMany(Filters.or(
                        Filters.and(
                                Filters.exists(IDLE, false), Filters.lt("seen", Date.from(now.minus(rules.idle())))),
                        Filters.lt("created", Date.from(now.minus(rules.absolute())))));
    }

    private boolean over(StoredSession session, Instant now) {
        return session.getLastAccessedTime()
                        .plus(session.getMaxInactiveInterval())
                        .isBefore(now)
                || session.getCreationTime().plus(rules.absolute()).isBefore(now);
    }

    private Document row(StoredSession session, Instant now) {
        var row = new Document("_id", SessionKeys.stored(session.getId()))
                .append("created", Date.from(session.getCreationTime()))
                .append("seen", Date.from(now))
                .append("attributes", closed(session.getId(), session.attributes()));
        var idle = session.getMaxInactiveInterval();
        return idle.equals(rules.idle()) ? row : row.append(IDLE, idle.toSeconds());
    }

    /** Each attribute by itself, and never a row that is gone: two tabs keep theirs, and who signed out stays out. */
    private static Bson changes(Seal seal, StoredSession session, Instant now) {
        var changes = new ArrayList<Bson>(List.of(seen(now)));
        session.changed().forEach(name -> {
            var value = session.attributes().get(name);
            var path = "attributes." + field(name);
            changes.add(value == null ? Updates.unset(path) : Updates.set(path, seal.close(field(name), value)));
        });
        return Updates.combine(changes);
    }

    private static Bson seen(Instant now) {
        return Updates.set("seen", Date.from(now));
    }

    private static Bson byId(String id) {
        return Filters.eq("_id", SessionKeys.stored(id));
    }

    /** An attribute's name as a field's: without dots. */
    private static String field(String name) {
        return name.replace('.', DOT);
    }

    private StoredSession toSession(String id, Document found) {
        return new StoredSession(
                id,
                found.getDate("created").toInstant(),
                found.getDate("seen").toInstant(),
                Optional.ofNullable(found.getLong(IDLE))
                        .map(Duration::ofSeconds)
                        .orElse(rules.idle()),
                opened(id, found),
                true);
    }

    private static Document closed(String id, Map<String, Object> values) {
        var seal = Seal.of(id);
        var row = new Document();
        values.forEach((name, value) -> row.append(field(name), seal.close(field(name), value)));
        return row;
    }

    /** What a row knows. Rows of an earlier version have plain values, and are read for as long as they last. */
    private static Map<String, Object> opened(String id, Document row) {
        var seal = Seal.of(id);
        var values = new TreeMap<String, Object>();
        row.get("attributes", new Document())
                .forEach((field, kept) -> values.put(
                        field.replace(DOT, '.'), kept instanceof Binary closed ? seal.open(field, closed) : kept));
        return values;
    }

    private MongoCollection<Document> sessions() {
        return mongo.getCollection("session");
    }
}
