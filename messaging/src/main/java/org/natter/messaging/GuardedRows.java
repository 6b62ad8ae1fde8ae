package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One collection whose rows carry a version {@code v}: a guarded write finds its row by id, and only at the version that was read.
 */
final class GuardedRows {

    private final Supplier<MongoCollection<Document>> access;

    GuardedRows(Supplier<MongoCollection<Document>> access) {
        this.access = access;
    }

    MongoCollection<Document> collection() {
        return access.get();
    }

    /** The row, if its version is still this one. */
    static Bson guard(Object id, long version) {
        return Filters.and(Filters.eq("_id", id), Filters.eq("v", version));
    }
}
