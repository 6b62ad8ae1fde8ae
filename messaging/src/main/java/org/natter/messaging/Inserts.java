package org.natter.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Writes a row that somebody else may be writing too: whoever comes first wins, and nothing is overwritten. */
public final class Inserts {

    private Inserts() {}

    /** Inserts the row; false if somebody was quicker, by its id or by another unique index. */
    public static boolean unlessThere(MongoCollection<Document> rows, Document row) {
        try {
            rows.insertOne(row);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
