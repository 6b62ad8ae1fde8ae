package org.natter.attendee.cpd;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.attendee.WholeService;
import org.natter.attendee.person.PersonId;
import org.natter.ids.HexId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** The records of the service itself. */
@WholeService
class StoredCpdRecordsTest implements CpdRecordsContract {

    private final CpdRecords records;
    private final MongoOperations store;

    @Autowired
    StoredCpdRecordsTest(CpdRecords records, MongoOperations store) {
        this.records = records;
        this.store = store;
    }

    @Override
    public CpdRecords records() {
        return records;
    }

    /** A rename that changes what is stored is seen here; and nobody but the owner is in it, by id. */
    @Test
    void aRecordIsStoredAsItself() {
        var owner = new PersonId(HexId.random());
        var course = new EntryId("00000000000000000000000000000001");

        records.change(owner, record -> record.with(course, COURSE, 0));

        var row = store.getCollection("cpd_record")
                .find(new Document("_id", owner.value()))
                .first();
        assertThat(row).isEqualTo(Document.parse("""
                {"_id": "%s", "v": {"$numberLong": "1"}, "floor": 0, "entries": {"00000000000000000000000000000001": {
                  "version": 1, "own": {"title": "Course in Leeds", "on": "2026-05-20"}, "quarters": 6,
                  "reflection": {"heading": "Promoting reading", "happened": "We tried \\"booktalks\\" = fun.",
                    "soWhat": "It's quicker than I thought.", "nowWhat": "Two in June.\\nThen one a term.",
                    "helps": ["OWN_PERFORMANCE", "WIDER_PROFESSION"]}}}}
                """.formatted(owner.value())));
    }

    /** There was no floor before anything could be removed and written anew in one place. */
    @Test
    void aRecordThatAnEarlierReleaseKeptIsReadAndWrittenOn() {
        var owner = new PersonId(HexId.random());
        var course = new EntryId("00000000000000000000000000000001");
        store.getCollection("cpd_record").insertOne(Document.parse("""
                {"_id": "%s", "v": {"$numberLong": "1"}, "entries": {"00000000000000000000000000000001": {
                  "version": 3, "own": {"title": "Course in Leeds", "on": "2026-05-20"}, "quarters": 6,
                  "reflection": {"heading": "Promoting reading", "happened": "We tried \\"booktalks\\" = fun.",
                    "soWhat": "It's quicker than I thought.", "nowWhat": "Two in June.\\nThen one a term.",
                    "helps": ["OWN_PERFORMANCE", "WIDER_PROFESSION"]}}}}
                """.formatted(owner.value())));

        assertThat(records.of(owner).at(course)).isEqualTo(COURSE.inVersion(3));

        records.change(owner, record -> record.without(course));
        records.change(owner, record -> record.with(course, COURSE, 0));
        assertThat(records.of(owner).at(course)).isEqualTo(COURSE.inVersion(4));
    }
}
