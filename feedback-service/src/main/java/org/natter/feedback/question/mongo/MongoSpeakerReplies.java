package org.natter.feedback.question.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.SpeakerReplies;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One document a talk whose speaker has said, under its id. */
@Component
class MongoSpeakerReplies implements SpeakerReplies {

    private static final String COLLECTION = "speaker_reply";

    private final MongoOperations mongo;

    MongoSpeakerReplies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Boolean> find(QuestionId talk) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .find(Filters.eq(talk.value()))
                        .first())
                .map(reply -> reply.getBoolean("wants"));
    }

    @Override
    public void keep(QuestionId talk, boolean wants) {
        if (!insert(talk, wants)) {
            mongo.getCollection(COLLECTION).updateOne(Filters.eq(talk.value()), Updates.set("wants", wants));
        }
    }

    @Override
    public void keepFirst(QuestionId talk, boolean wants) {
        insert(talk, wants);
    }

    private boolean insert(QuestionId talk, boolean wants) {
        return Inserts.unlessThere(
                mongo.getCollection(COLLECTION), new Document("_id", talk.value()).append("wants", wants));
    }
}
