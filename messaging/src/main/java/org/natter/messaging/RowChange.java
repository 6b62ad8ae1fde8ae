package org.natter.messaging;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the messages of a batch set in one row, one after another, as one write under the row's guard. */
final class RowChange {

    private final String id;
    private final @Nullable Document found;
    private final Document row;
    private final Document set = new Document();
    private final List<RowFacts> added = new ArrayList<>();
    private boolean closed;

    RowChange(String id, @Nullable Document found) {
        this.id = id;
        this.found = found;
        this.row = found == null ? new Document() : found;
    }

    /**
     * Whether this has to wait for a write of its own: a store refuses a path and one inside it in the same update, and
     * what follows keeps its place behind.
     */
    boolean isClosedTo(RowFacts told) {
        closed |= added.stream()
                .flatMap(before -> before.facts().keySet().stream())
                .anyMatch(path -> told.touches(path) && !told.facts().containsKey(path));
        return closed;
    }

    /**
     * True if it is newer than what the row has, or had from those before.
     *
     * @throws MessageFork if this version of the source was taken over with another body
     */
    boolean add(RowFacts told) {
        var newer = told.newerThan(row);
        if (newer.isNothing()) {
            return false;
        }
        added.add(newer);
        if (found == null) {
            newer.addTo(row);
        } else {
            newer.remember(row);
            set.putAll(newer.asFields());
        }
        return true;
    }

    boolean isThere() {
        return !added.isEmpty();
    }

    WriteModel<Document> write() {
        if (found == null) {
            var document = new Document("_id", id).append("v", 1L);
            document.putAll(row);
            return new InsertOneModel<>(document);
        }
        var version = versionOf(found);
        return new UpdateOneModel<>(
                GuardedRows.guard(id, version),
                new Document(
                        "$set",
                        set.append("v", version + 1))); // last, since the embedded store shows half-applied updates
    }

    static long versionOf(Document row) {
        return row.get("v") instanceof Number version ? version.longValue() : 0;
    }
}
