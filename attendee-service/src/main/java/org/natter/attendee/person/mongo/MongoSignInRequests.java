package org.natter.attendee.person.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.SignInRequest;
import org.natter.attendee.person.SignInRequests;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Wishes to sign in, by their id. Using one marks it: one update finds it open, the next does not. It stays until it is
 * forgotten, so that whoever answers the ask behind it once more cannot open it again.
 */
@Component
class MongoSignInRequests implements SignInRequests {

    private static final String USED = "used";

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
                        .append("mailbox", request.mailbox())
                        .append("browser", request.browser())
                        .append("at", Date.from(request.at())));
    }

    @Override
    public Optional<SignInRequest> find(String id) {
        return Optional.ofNullable(rows.find(open(id)).first())
                .map(row -> new SignInRequest(
                        row.getString("_id"),
                        new PersonId(row.getString("person")),
                        row.get("mailbox", ""), // an earlier release kept none: whoever asked then asks again
                        row.getString("browser"),
                        row.getDate("at").toInstant()));
    }

    @Override
    public boolean use(String id) {
        return rows.updateOne(open(id), Updates.set(USED, true)).getMatchedCount() == 1;
    }

    @Override
    public void forgetBefore(Instant then) {
        rows.deleteMany(Filters.lt("at", Date.from(then)));
    }

    private static Bson open(String id) {
        return Filters.and(Filters.eq("_id", id), Filters.exists(USED, false));
    }
}
