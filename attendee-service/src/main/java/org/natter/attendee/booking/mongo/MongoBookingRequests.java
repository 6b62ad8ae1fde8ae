package org.natter.attendee.booking.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
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
    public boolean admit(String key, String bodyHash, Instant at) {
        var row = new Document("_id", key).append("hash", bodyHash).append("at", Date.from(at));
        if (Inserts.unlessThere(rows, row)) {
            return true;
        }
        var first = rows.find(Filters.eq("_id", key)).first();
        return first == null || bodyHash.equals(first.getString("hash"));
    }

    @Override
    public void forgetBefore(Instant then) {
        rows.deleteMany(Filters.lt("at", Date.from(then)));
    }
}
