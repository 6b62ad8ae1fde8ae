package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.Document;

/** Keeps a map within a document from growing for ever. */
public final class OneMore {

    private OneMore() {}

    /**
     * Whether a map of the document has this key, or room for it. Two at once may be one more than the most; what counts is
     * that there is an end.
     *
     * @param most how many entries it may have
     */
    public static boolean fits(MongoCollection<Document> rows, String id, String map, String key, int most) {
        var row = rows.find(Filters.eq("_id", id))
                .projection(Projections.include(map))
                .first();
        var kept = row == null ? new Document() : row.get(map, new Document());
        return kept.size() < most || kept.containsKey(key);
    }
}
