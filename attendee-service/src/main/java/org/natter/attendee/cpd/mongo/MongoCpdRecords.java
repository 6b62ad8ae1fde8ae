package org.natter.attendee.cpd.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.natter.attendee.cpd.CpdRecord;
import org.natter.attendee.cpd.CpdRecords;
import org.natter.attendee.person.PersonId;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One document a person: {@code {_id, v, entries, floor}}; a write holds only if {@code v} has not moved. */
@Component
class MongoCpdRecords implements CpdRecords {

    private static final String ROWS = "cpd_record";
    private static final String VERSION = "v";
    private static final String FLOOR = "floor";

    private final MongoOperations store;

    MongoCpdRecords(MongoOperations store) {
        this.store = store;
    }

    @Override
    public CpdRecord of(PersonId owner) {
        return record(row(owner));
    }

    @Override
    public CpdRecord change(PersonId owner, UnaryOperator<CpdRecord> decision) {
        while (true) {
            var found = row(owner);
            var before = record(found);
            var after = decision.apply(before);
            if (after.equals(before) || isWritten(found, after)) {
                return after;
            }
        }
    }

    /** As it is stored, or as it would be before the first word. */
    private Document row(PersonId owner) {
        var found = rows().find(Filters.eq("_id", owner.value())).first();
        return found == null ? new Document("_id", owner.value()).append(VERSION, 0L) : found;
    }

    private CpdRecord record(Document row) {
        return row.containsKey("entries")
                ? store.getConverter().read(CpdRecord.class, withFloor(row))
                : CpdRecord.EMPTY;
    }

    /** What was kept before there was a floor has none. */
    private static Document withFloor(Document row) {
        var whole = new Document(FLOOR, CpdRecord.EMPTY.floor());
        whole.putAll(row);
        return whole;
    }

    private boolean isWritten(Document found, CpdRecord after) {
        var version = found.getLong(VERSION);
        var row = new Document("_id", found.get("_id")).append(VERSION, version + 1);
        row.putAll((Document) store.getConverter().convertToMongoType(after));
        return version == 0
                ? Inserts.unlessThere(rows(), row)
                : rows().replaceOne(Filters.and(Filters.eq("_id", found.get("_id")), Filters.eq(VERSION, version)), row)
                                .getMatchedCount()
                        == 1;
    }

    private MongoCollection<Document> rows() {
        return store.getCollection(ROWS);
    }
}
