package org.natter.attendee.booking.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.BookingRequests;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One row a key, {@code {_id, hash, at, room?}}; nothing of the body but its hash. */
@Component
class MongoBookingRequests implements BookingRequests {

    private static final String ROOM = "room";

    private final MongoCollection<Document> rows;

    MongoBookingRequests(MongoOperations mongo) {
        this.rows = mongo.getCollection("booking_request");
    }

    @Override
    public Optional<Admitted> admit(String key, String bodyHash, Instant at) {
        var row = new Document("_id", key).append("hash", bodyHash).append("at", Date.from(at));
        var before = Inserts.unlessThere(rows, row) ? null : find(key);
        var first = before == null ? row : before;
        return bodyHash.equals(first.getString("hash"))
                ? Optional.of(new Admitted(first.getDate("at").toInstant(), room(first)))
                : Optional.empty();
    }

    @Override
    public boolean answer(String key, boolean room) {
        rows.updateOne(Filters.and(Filters.eq("_id", key), Filters.exists(ROOM, false)), Updates.set(ROOM, room));
        return Optional.ofNullable(find(key))
                .flatMap(MongoBookingRequests::room)
                .orElse(room);
    }

    private @Nullable Document find(String key) {
        return rows.find(Filters.eq("_id", key)).first();
    }

    private static Optional<Boolean> room(Document row) {
        return Optional.ofNullable(row.getBoolean(ROOM));
    }

    @Override
    public void forgetBefore(Instant then) {
        rows.deleteMany(Filters.lt("at", Date.from(then)));
    }
}
