package org.natter.attendee.person.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Whether somebody keeps anything under their own id: whoever only signed in may have written into their history or their CPD
 * record, and nobody takes that from them with a wish that was not theirs.
 */
final class OwnWords {

    private static final List<String> KEPT_BY_PERSON = List.of("notebook", "cpd_record");

    private final List<MongoCollection<Document>> kept;

    OwnWords(MongoOperations mongo) {
        this.kept = KEPT_BY_PERSON.stream().map(mongo::getCollection).toList();
    }

    /** Of whoever never used their address nothing is looked for: they could write nothing. */
    boolean areKeptBy(Document person) {
        return PersonDocument.isUsed(person)
                && kept.stream()
                        .anyMatch(rows -> rows.countDocuments(
                                        Filters.eq("_id", person.getString("_id")), new CountOptions().limit(1))
                                > 0);
    }
}
