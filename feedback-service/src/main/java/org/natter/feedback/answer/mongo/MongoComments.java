package org.natter.feedback.answer.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.answer.Comment;
import org.natter.feedback.answer.Comments;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

@Component
class MongoComments implements Comments {

    static final String COLLECTION = "comment";

    private final MongoOperations mongo;
    private volatile boolean indexed;

    MongoComments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The day is text: a date would be stored as a moment, in this machine's zone. */
    @Override
    public void add(Comment comment) {
        var row = new Document("_id", comment.id().value())
                .append("event", comment.event().value())
                .append("day", comment.day().toString())
                .append("words", comment.words());
        var question = comment.question();
        if (question != null) {
            row.append("question", question.value());
        }
        Inserts.unlessThere(comments(), row);
    }

    @Override
    public List<String> about(EventId event, @Nullable QuestionId question) {
        var asked = question == null ? null : question.value();
        return comments()
                .find(Filters.eq("event", event.value()))
                .sort(Indexes.ascending("_id"))
                .into(new ArrayList<>())
                .stream()
                .filter(comment -> Objects.equals(comment.getString("question"), asked))
                .map(comment -> comment.getString("words"))
                .toList();
    }

    /** Declared on first use, so that the service starts before its store does. */
    private MongoCollection<Document> comments() {
        var comments = mongo.getCollection(COLLECTION);
        if (!indexed) {
            comments.createIndex(Indexes.ascending("event"));
            indexed = true;
        }
        return comments;
    }
}
