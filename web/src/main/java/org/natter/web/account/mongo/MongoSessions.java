package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
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
 *
 * <p>A session that takes a new id leaves its former one behind, with what that knew and no more: of two presses at once
 * each ends with one that works, and whoever knew the former id learns nothing. They are one family, and end together.
 */
@Component("sessionRepository")
class MongoSessions implements SessionRepository<StoredSession> {

    private static final Duration WORTH_WRITING = Duration.ofMinutes(1);
    private static final String IDLE = "idle";
    private static final String FAMILY = "family";
    private static final String ATTRIBUTES = "attributes";
    private static final char DOT = '~';

    private final MongoOperations mongo;
    private final WebSettings.Session rules;
    private final Clock clock;
    private volatile boolean indexed;

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
            change(session, now);
        } else if (session.getLastAccessedTime().plus(WORTH_WRITING).isBefore(now)) {
            sessions().updateOne(byId(session.getId()), seen(now));
        } else {
            return;
        }
        session.saved(now);
    }

    private void change(StoredSession session, Instant now) {
        var row = sessions().findOneAndUpdate(byId(session.getId()), changes(Seal.of(session.getId()), session, now));
        if (row != null && row.containsKey(FAMILY)) {
            takeFromAll(row.getString(FAMILY), session);
        }
    }

    /** What this request has taken away, nobody of the family keeps. */
    private void takeFromAll(String family, StoredSession session) {
        var taken = session.changed().stream()
                .filter(name -> !session.attributes().containsKey(name))
                .map(name -> Updates.unset(path(name)))
                .toList();
        if (!taken.isEmpty()) {
            sessions().updateMany(Filters.eq(FAMILY, family), Updates.combine(taken));
        }
    }

    /** Under its new id, with what other requests have set meanwhile; one that was signed out meanwhile stays away. */
    private void move(String former, StoredSession session, Instant now) {
        var found = sessions().find(byId(former)).first();
        while (found != null && !moved(found, former, session, now)) {
            found = sessions().find(byId(former)).first();
        }
    }

    /** The former row last: had it gone or changed meanwhile, what was made of it must not stay. */
    private boolean moved(Document found, String former, StoredSession session, Instant now) {
        var family = found.get(FAMILY, found.getString("_id"));
        var values = opened(former, found);
        session.changed().forEach(values::remove);
        session.changed().stream()
                .filter(session.attributes()::containsKey)
                .forEach(name -> values.put(name, session.attributes().get(name)));
        sessions()
                .insertOne(new Document(found)
                        .append("_id", SessionKeys.stored(session.getId()))
                        .append("seen", Date.from(now))
                        .append(FAMILY, family)
                        .append(ATTRIBUTES, closed(session.getId(), values)));
        var asRead = Filters.and(byId(former), Filters.eq(ATTRIBUTES, found.get(ATTRIBUTES)));
        if (sessions().updateOne(asRead, Updates.set(FAMILY, family)).getMatchedCount() == 1) {
            takeFromAll(family, session); // now that it has them all: whoever makes one more reads what is left
            return true;
        }
        sessions().deleteOne(byId(session.getId()));
        return false;
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        var found = sessions().find(byId(id)).first();
        if (found == null) {
            return null;
        }
        var session = toSession(id, found);
        if (over(session, clock.instant())) {
            sessions().deleteOne(byId(id)); // and nothing of its family, which may be in use
            return null;
        }
        return session;
    }

    @Override
    public void deleteById(String id) {
        var gone = sessions().findOneAndDelete(byId(id));
        var family = gone == null ? null : gone.getString(FAMILY);
        while (family != null
                && sessions().deleteMany(Filters.eq(FAMILY, family)).getDeletedCount() > 0) {
            // a press on its way may have made one more of them meanwhile
        }
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
                .append(ATTRIBUTES, closed(session.getId(), session.attributes()));
        var idle = session.getMaxInactiveInterval();
        return idle.equals(rules.idle()) ? row : row.append(IDLE, idle.toSeconds());
    }

    /** Each attribute by itself, and never a row that is gone: two tabs keep theirs, and who signed out stays out. */
    private static Bson changes(Seal seal, StoredSession session, Instant now) {
        var changes = new ArrayList<Bson>(List.of(seen(now)));
        session.changed().forEach(name -> {
            var value = session.attributes().get(name);
            changes.add(
                    value == null
                            ? Updates.unset(path(name))
                            : Updates.set(path(name), seal.close(field(name), value)));
        });
        return Updates.combine(changes);
    }

    private static Bson seen(Instant now) {
        return Updates.set("seen", Date.from(now));
    }

    private static Bson byId(String id) {
        return Filters.eq("_id", SessionKeys.stored(id));
    }

    private static String path(String name) {
        return ATTRIBUTES + "." + field(name);
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
        row.get(ATTRIBUTES, new Document())
                .forEach((field, kept) -> values.put(
                        field.replace(DOT, '.'), kept instanceof Binary closed ? seal.open(field, closed) : kept));
        return values;
    }

    /** Indexed on first use, so that the service starts before its store does. */
    private MongoCollection<Document> sessions() {
        var sessions = mongo.getCollection("session");
        if (!indexed) {
            sessions.createIndex(Indexes.ascending(FAMILY), new IndexOptions().sparse(true));
            indexed = true;
        }
        return sessions;
    }
}
