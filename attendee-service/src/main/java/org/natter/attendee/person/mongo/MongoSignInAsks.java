package org.natter.attendee.person.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.SignInAsk;
import org.natter.attendee.person.SignInAsks;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Asks to sign in, in the collection {@code sign_in_ask}: rows of a moment, whether anybody is known or not. */
@Component
class MongoSignInAsks implements SignInAsks {

    private static final int AT_ONCE = 100;

    private final MongoCollection<Document> rows;

    MongoSignInAsks(MongoOperations mongo) {
        this.rows = mongo.getCollection("sign_in_ask");
    }

    @Override
    public void note(SignInAsk ask) {
        rows.insertOne(new Document("_id", ask.id())
                .append("address", ask.address().value())
                .append("browser", ask.browser())
                .append("at", Date.from(ask.at())));
    }

    @Override
    public List<String> left(Collection<String> apart) {
        return rows.find(Filters.nin("_id", apart))
                .sort(Sorts.ascending("at"))
                .limit(AT_ONCE)
                .projection(Projections.include("_id"))
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<SignInAsk> find(String id) {
        return Optional.ofNullable(rows.find(Filters.eq("_id", id)).first())
                .map(row -> new SignInAsk(
                        id,
                        new EmailAddress(row.getString("address")),
                        row.getString("browser"),
                        row.getDate("at").toInstant()));
    }

    @Override
    public void done(String id) {
        rows.deleteOne(Filters.eq("_id", id));
    }

    @Override
    public void forgetBefore(Instant then) {
        rows.deleteMany(Filters.lt("at", Date.from(then)));
    }
}
