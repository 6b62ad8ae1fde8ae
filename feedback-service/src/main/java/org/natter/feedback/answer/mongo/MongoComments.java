package org.natter.feedback.answer.mongo;

import org.natter.feedback.answer.Comment;
import org.natter.feedback.answer.Comments;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
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
    record CommentDocument(@Id String comment, String event, String day, String words) {
        @Override
        public String toString() {
            return "CommentDocument[*]";
        }
    }

    @Override
    public void add(Comment comment) {
        try {
            mongo.insert(
                    new CommentDocument(
                            comment.id().value(),
                            comment.event().value(),
                            comment.day().toString(),
                            comment.words()),
                    COLLECTION);
        } catch (DuplicateKeyException pressedTwice) {
            return;
        }
    }
}
