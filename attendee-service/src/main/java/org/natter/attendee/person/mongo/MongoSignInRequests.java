package org.natter.attendee.person.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.SignInRequest;
import org.natter.attendee.person.SignInRequests;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Wishes to sign in, by their random id. Using one deletes it: one delete by {@code _id} finds it, the next does not. */
@Component
class MongoSignInRequests implements SignInRequests {

    private final MongoCollection<Document> rows;

    MongoSignInRequests(MongoOperations mongo) {
        this.rows = mongo.getCollection("sign_in_request");
    }

    @Override
    public void keep(SignInRequest request) {
        Inserts.unlessThere(
                rows,
                new Document("_id", request.id())
                        .append("person", request.person().value())
                        .append("browser", request.browser())
                        .append("at", Date.from(request.at())));
    }

    @Override
    public Optional<SignInRequest> find(String id) {
        return Optional.ofNullable(rows.find(Filters.eq("_id", id)).first())
                .map(row -> new SignInRequest(
                        row.getString("_id"),
                        new PersonId(row.getString("person")),
                        row.getString("browser"),
                        row.getDate("at").toInstant()));
    }

    @Override
    public boolean use(String id) {
        return rows.deleteOne(Filters.eq("_id", id)).getDeletedCount() == 1;
    }

    @Override
    public void forgetBefore(Instant then) {
        rows.deleteMany(Filters.lt("at", Date.from(then)));
    }
}
