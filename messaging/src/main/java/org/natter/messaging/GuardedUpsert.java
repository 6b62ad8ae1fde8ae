package org.natter.messaging;

import com.mongodb.client.model.Filters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Writes a read model's rows so that newest wins, whatever arrives twice, late or at once (law 2).
 *
 * <p>Guarantee: a row is {@code {_id, v, src, …facts…}}; each path remembers the version, message id and hash it was last
 * taken over with, per source (aggregate type and subject). A write that is not newer changes nothing and answers
 * {@link Effect#ALREADY_NEWER}. Two first writers at once both land. A crash before the offset's commit repeats a write
 * that is then refused. The same version with another body throws {@link MessageFork}.
 *
 * <p>Versions are compared per path, also with paths that contain it or lie in it: two messages about one subject that set
 * different paths do not push each other out, so any order ends equal.
 */
public final class GuardedUpsert {

    private static final Pattern PATH = Pattern.compile("(?!(_id|v|src)(\\.|$))[^.$]+(\\.[^.$]+)*");

    private final GuardedRows rows;
    private final MongoConverter converter;

    GuardedUpsert(GuardedRows rows, MongoConverter converter) {
        this.rows = rows;
        this.converter = converter;
    }

    /**
     * Sets one dotted path of a row to a fact: a record, an id, a plain value or a list of these.
     *
     * @throws MessageFork if this version of the source was taken over with another body
     */
    public Effect write(String row, String path, MessageMetadata source, Object facts) {
        return write(row, Map.of(path, facts), source);
    }

    /**
     * Sets several dotted paths of a row in one write; those that are not newer are left out.
     *
     * @return {@link Effect#APPLIED} if at least one path was set
     * @throws MessageFork if this version of the source was taken over with another body
     */
    public Effect write(String row, Map<String, ?> pathsToFacts, MessageMetadata source) {
        pathsToFacts.keySet().forEach(GuardedUpsert::requirePath);
        while (true) {
            var found = rows.collection().find(Filters.eq("_id", row)).first();
            var newer = newerOf(pathsToFacts, source, found);
            if (newer.isEmpty()) {
                return Effect.ALREADY_NEWER;
            }
            if (found == null ? insert(row, newer, source) : replace(row, found, newer, source)) {
                return Effect.APPLIED;
            } // nothing matched or a duplicate key: somebody was quicker, look again
        }
    }

    private boolean insert(String row, Map<String, ?> facts, MessageMetadata source) {
        var document = new Document("_id", row).append("v", 1L);
        facts.forEach((path, fact) -> nest(document, path, stored(fact)));
        document.append("src", new Document(sourceKey(source), marks(facts, source)));
        return Inserts.unlessThere(rows.collection(), document);
    }

    private boolean replace(String row, Document found, Map<String, ?> facts, MessageMetadata source) {
        var version = versionOf(found);
        var set = new Document();
        facts.forEach((path, fact) -> set.append(path, stored(fact)));
        marks(facts, source).forEach((path, mark) -> set.append("src." + sourceKey(source) + "." + path, mark));
        set.append("v", version + 1); // last, since the embedded store shows half-applied updates
        return rows.collection()
                        .updateOne(GuardedRows.guard(row, version), new Document("$set", set))
                        .getMatchedCount()
                == 1;
    }

    private static Map<String, ?> newerOf(
            Map<String, ?> pathsToFacts, MessageMetadata source, @Nullable Document found) {
        if (found == null || !(found.get("src") instanceof Document sources)) {
            return pathsToFacts;
        }
        if (!(sources.get(sourceKey(source)) instanceof Document marks)) {
            return pathsToFacts;
        }
        var newer = new LinkedHashMap<String, Object>();
        pathsToFacts.forEach((path, fact) -> {
            if (isNewer(markOf(path), source, marks)) {
                newer.put(path, fact);
            }
        });
        return newer;
    }

    private static boolean isNewer(String mark, MessageMetadata source, Document marks) {
        var newer = true;
        for (var known : marks.entrySet()) {
            if (overlap(mark, known.getKey()) && known.getValue() instanceof Document taken) {
                var version = taken.get("v", Number.class).longValue();
                if (version == source.version() && !source.hash().equals(taken.getString("hash"))) {
                    throw MessageFork.of(source.id());
                }
                newer &= version < source.version();
            }
        }
        return newer;
    }

    private static boolean overlap(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }

    private static Document marks(Map<String, ?> facts, MessageMetadata source) {
        var marks = new Document();
        facts.keySet()
                .forEach(path -> marks.append(
                        markOf(path),
                        new Document("v", source.version())
                                .append("id", source.id())
                                .append("hash", source.hash())));
        return marks;
    }

    private Object stored(Object fact) {
        var stored = converter.convertToMongoType(fact);
        if (stored == null) {
            throw new IllegalArgumentException("A fact is never null");
        }
        return stored;
    }

    private static void nest(Document document, String path, Object value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            document.append(path, value);
            return;
        }
        var head = path.substring(0, dot);
        var inner = document.get(head) instanceof Document present ? present : new Document();
        document.append(head, inner);
        nest(inner, path.substring(dot + 1), value);
    }

    private static long versionOf(Document row) {
        return row.get("v") instanceof Number version ? version.longValue() : 0;
    }

    /** A path as one field's name. */
    private static String markOf(String path) {
        return path.replace('.', '/');
    }

    private static String sourceKey(MessageMetadata source) {
        var key = source.source();
        if (key.indexOf('.') >= 0 || key.indexOf('$') >= 0) {
            throw UndecodableMessage.breaking("a subject has neither dots nor dollars", source);
        }
        return key;
    }

    private static void requirePath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a path for facts: " + path);
        }
    }
}
