package org.natter.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Writes a read model's rows so that newest wins, whatever arrives twice, late or at once (law 2).
 *
 * <p>Guarantee: a row is {@code {_id, v, src, …facts…}}; each path remembers the version, message id and hash it was last
 * taken over with, per source (aggregate type and subject). A write that is not newer changes nothing and answers
 * {@link Effect#ALREADY_NEWER}. Two first writers at once both land. A crash before the offset's commit repeats a write
 * that is then refused. The same version with another body throws {@link MessageFork}. Within a batch of a table that is
 * {@link MessageHandlers#together()} the write is held, and the batch ends with the same under the same guards.
 *
 * <p>Versions are compared per path, also with paths that contain it or lie in it: two messages about one subject that set
 * different paths do not push each other out, so any order ends equal.
 */
public final class GuardedUpsert {

    private static final Pattern PATH = Pattern.compile("(?!(_id|v|src)(\\.|$))[^.$]+(\\.[^.$]+)*");

    private static final int SOURCES_ASKED_FOR = 32;

    private final Supplier<List<String>> targets;
    private final Function<String, GuardedRows> rows;
    private final MongoConverter converter;
    private final HeldWrites held;

    /** @param targets the collections to write into, first the one that is read; asked again after a write, which is made again if they moved */
    GuardedUpsert(
            Supplier<List<String>> targets,
            Function<String, GuardedRows> rows,
            MongoConverter converter,
            HeldWrites held) {
        this.targets = targets;
        this.rows = rows;
        this.converter = converter;
        this.held = held;
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
        var told = told(row, pathsToFacts, source);
        return held.holds(this, told) ? Effect.HELD : write(told);
    }

    /** What came of it where it is read. */
    Effect write(RowFacts told) {
        var into = targets.get();
        var effect = writeInto(into, told);
        for (var now = targets.get(); !now.equals(into); now = targets.get()) {
            into = now;
            writeInto(into, told);
        }
        return effect;
    }

    private Effect writeInto(List<String> names, RowFacts told) {
        return names.stream()
                .map(name -> write(rows.apply(name), told))
                .toList()
                .get(0);
    }

    private static Effect write(GuardedRows rows, RowFacts told) {
        while (true) {
            var found = find(rows, List.of(told)).get(told.row());
            var newer = told.newerThan(found);
            if (newer.isNothing()) {
                return Effect.ALREADY_NEWER;
            }
            if (found == null ? insert(rows, newer) : replace(rows, found, newer)) {
                return Effect.APPLIED;
            } // nothing matched or a duplicate key: somebody was quicker, look again
        }
    }

    /** Writes all of them in as few commands as their rows allow; says of each what came of it, if only that it is a fork. */
    void writeTogether(List<RowFacts> all, HeldWrites.Outcomes outcomes) {
        var into = targets.get();
        writeInto(into, all, outcomes);
        for (var now = targets.get(); !now.equals(into); now = targets.get()) {
            into = now;
            writeInto(into, all, outcomes.aside());
        }
    }

    private void writeInto(List<String> names, List<RowFacts> all, HeldWrites.Outcomes outcomes) {
        var said = outcomes;
        for (var name : names) {
            var into = rows.apply(name);
            var waiting = all;
            while (!waiting.isEmpty()) {
                waiting = nextRound(into, waiting, said);
            }
            said = outcomes.aside();
        }
    }

    /** Those that are still to be written: they set again what another has set, or somebody was quicker. */
    private static List<RowFacts> nextRound(GuardedRows rows, List<RowFacts> waiting, HeldWrites.Outcomes outcomes) {
        var found = find(rows, waiting);
        var changes = new LinkedHashMap<String, RowChange>();
        var later = new ArrayList<RowFacts>();
        var taken = new ArrayList<RowFacts>();
        for (var told : waiting) {
            var change = changes.computeIfAbsent(told.row(), row -> new RowChange(row, found.get(row)));
            try {
                if (change.isClosedTo(told)) {
                    later.add(told);
                } else {
                    outcomes.note(told, change.add(told) ? Effect.APPLIED : Effect.ALREADY_NEWER);
                    taken.add(told);
                }
            } catch (MessageFork fork) {
                outcomes.failed(told, fork);
            }
        }
        var writes = changes.values().stream()
                .filter(RowChange::isThere)
                .map(RowChange::write)
                .toList();
        if (writes.isEmpty() || haveLanded(rows, writes)) {
            return later;
        }
        taken.addAll(later);
        return taken;
    }

    /**
     * Of each row its version and what it remembers of these messages' sources; a full room's row is large. Of many sources
     * all that it remembers: a store looks for each field asked for in each row.
     */
    private static Map<String, Document> find(GuardedRows rows, List<RowFacts> all) {
        var ids = all.stream().map(RowFacts::row).distinct().toList();
        var sources = all.stream()
                .map(told -> "src." + told.source().source())
                .distinct()
                .toList();
        var fields = new ArrayList<>(List.of("v"));
        fields.addAll(sources.size() > SOURCES_ASKED_FOR ? List.of("src") : sources);
        var found = new HashMap<String, Document>();
        rows.collection()
                .find(ids.size() == 1 ? Filters.eq("_id", ids.get(0)) : Filters.in("_id", ids))
                .projection(Projections.include(fields))
                .forEach(row -> found.put(row.getString("_id"), row));
        return found;
    }

    private static boolean haveLanded(GuardedRows rows, List<WriteModel<Document>> writes) {
        try {
            var result = rows.collection().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                    && e.getWriteConcernError() == null) {
                return false;
            }
            throw e;
        }
    }

    private static boolean insert(GuardedRows rows, RowFacts told) {
        return Inserts.unlessThere(rows.collection(), told.asRow());
    }

    private static boolean replace(GuardedRows rows, Document found, RowFacts told) {
        var version = RowChange.versionOf(found);
        var set = told.asFields().append("v", version + 1); // last, since the embedded store shows half-applied updates
        return rows.collection()
                        .updateOne(GuardedRows.guard(told.row(), version), new Document("$set", set))
                        .getMatchedCount()
                == 1;
    }

    private RowFacts told(String row, Map<String, ?> pathsToFacts, MessageMetadata source) {
        var stored = new LinkedHashMap<String, Object>();
        pathsToFacts.forEach((path, fact) -> {
            requirePath(path);
            stored.put(path, stored(fact));
        });
        return new RowFacts(row, stored, source);
    }

    private Object stored(Object fact) {
        var stored = converter.convertToMongoType(fact);
        if (stored == null) {
            throw new IllegalArgumentException("A fact is never null");
        }
        return stored;
    }

    private static void requirePath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a path for facts: " + path);
        }
    }
}
