package org.natter.feedback.question.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Optional;
import org.bson.Document;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.question.Questionnaire;
import org.natter.feedback.question.Questionnaires;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The questionnaire as itself, under its event's id. */
@Component
class MongoQuestionnaires implements Questionnaires {

    private final MongoOperations mongo;

    MongoQuestionnaires(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Questionnaire of(EventId event) {
        return Optional.ofNullable(rows().find(Filters.eq(event.value())).first())
                .map(found -> mongo.getConverter().read(Questionnaire.class, found))
                .orElseGet(() -> Questionnaire.none(event));
    }

    @Override
    public boolean replace(Questionnaire next) {
        var id = next.event().value();
        var row = new Document("_id", id);
        mongo.getConverter().write(next, row);
        row.put("_id", id);
        if (next.version() == 1) {
            return Inserts.unlessThere(rows(), row);
        }
        var before = Filters.and(Filters.eq("_id", id), Filters.eq("version", next.version() - 1));
        return rows().replaceOne(before, row).getMatchedCount() == 1;
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection("questionnaire");
    }
}
