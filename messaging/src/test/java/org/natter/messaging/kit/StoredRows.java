package org.natter.messaging.kit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** What collections hold, in a form that is equal exactly when the facts are equal: sorted, without the rows' own versions. */
final class StoredRows {

    private StoredRows() {}

    static Map<String, String> of(MongoOperations store, Collection<String> collections) {
        var rows = new TreeMap<String, String>();
        for (String collection : collections) {
            store.getCollection(collection).find().forEach(row -> {
                row.remove("v");
                rows.put(collection + "/" + row.get("_id"), sorted(row).toString());
            });
        }
        return rows;
    }

    /** Aggregates with their versions, by which a second command would show; what waits to be sent is the relay's. */
    static Map<String, String> aggregatesOf(MongoOperations store, Collection<String> collections) {
        var rows = new TreeMap<String, String>();
        for (String collection : collections) {
            store.getCollection(collection).find().forEach(row -> {
                List.of("out", "outSince", "parked").forEach(row::remove);
                rows.put(collection + "/" + row.get("_id"), sorted(row).toString());
            });
        }
        return rows;
    }

    static void empty(MongoOperations store, Collection<String> collections) {
        collections.forEach(collection -> store.getCollection(collection).deleteMany(new Document()));
    }

    private static Object sorted(Object value) {
        if (value instanceof Document document) {
            var sorted = new TreeMap<String, Object>();
            document.forEach((name, inner) -> sorted.put(name, inner == null ? "null" : sorted(inner)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(StoredRows::sorted).toList()
                : value;
    }
}
