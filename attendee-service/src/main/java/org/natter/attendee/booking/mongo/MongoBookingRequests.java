package org.natter.attendee.booking.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.natter.attendee.booking.BookingRequests;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One row a key, {@code {_id, hash, at}}; nothing of the body but its hash. */
@Component
class MongoBookingRequests implements BookingRequests {

    private final MongoCollection<Document> rows;

    MongoBookingRequests(MongoOperations mongo) {
        this.rows = mongo.getCollection("booking_request");
    }

    @Override
    public Optional<Instant> admit(String key, String bodyHash, Instant at) {
        var row = new Document("_id", key).append("hash", bodyHash).append("at", Date.from(at));
        var before = Inserts.unlessThere(rows, row)
                ? null
                : rows.find(Filters.eq("_id", key)).first();
        var first = before == null ? row : before;
        return bodyHash.equals(first.getString("hash"))
                ? Optional.of(first.getDate("at").toInstant())
                : Optional.empty();
    }

    @Override
    public void forgetBefore(Instant then) {
        rows.deleteMany(Filters.lt("at", Date.from(then)));
    }
}
