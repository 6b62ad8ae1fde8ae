package org.natter.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One collection under the unique index on {@code {_id, v}} that guarded writes filter by.
 *
 * <p>Guarantee: the index stands before the first write through this object; a store that is away at start is no hindrance.
 */
final class GuardedIndex {

    private final Supplier<MongoCollection<Document>> access;
    private volatile boolean ensured;

    GuardedIndex(Supplier<MongoCollection<Document>> access) {
        this.access = access;
    }

    /** For reading. */
    MongoCollection<Document> reading() {
        return access.get();
    }

    /** For writing. */
    MongoCollection<Document> writing() {
        var collection = access.get();
        if (!ensured) {
            collection.createIndex(
                    Indexes.ascending("_id", "v"),
                    new IndexOptions().unique(true).name("guard"));
            ensured = true;
        }
        return collection;
    }

    /** Inserts; false if somebody was quicker. */
    boolean insert(Document document) {
        try {
            writing().insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** The filter that both stores answer from the index. */
    static Bson guard(Object id, long version) {
        return Filters.and(Filters.eq("_id", id), Filters.eq("v", version));
    }
}
