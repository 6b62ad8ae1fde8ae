package org.natter.feedback.answer.mongo;

import org.bson.Document;
import org.natter.feedback.answer.Comment;
import org.natter.feedback.answer.Comments;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

@Component
class MongoComments implements Comments {

    static final String COLLECTION = "comment";

    private final MongoOperations mongo;

    MongoComments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The day is text: a date would be stored as a moment, in this machine's zone. */
    @Override
    public void add(Comment comment) {
        Inserts.unlessThere(
                mongo.getCollection(COLLECTION),
                new Document("_id", comment.id().value())
                        .append("event", comment.event().value())
                        .append("day", comment.day().toString())
                        .append("words", comment.words()));
    }
}
