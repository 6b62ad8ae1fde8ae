package org.natter.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;

/**
 * Rows of {@code relay_lease}: one relay at a time sends for an aggregate.
 *
 * <p>Guarantee: an expired lease can be taken by one other; losing one does no harm, since a second relay sends the same
 * messages with the same ids.
 */
final class Leases {

    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final GuardedRows rows;
    private final Clock clock;
    private final Duration length;

    Leases(GuardedRows rows, Clock clock, Duration length) {
        this.rows = rows;
        this.clock = clock;
        this.length = length;
    }

    /** A token to release it with; empty while somebody else holds it. */
    OptionalLong acquire(String aggregate) {
        var token = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        var now = clock.instant();
        var until = Date.from(now.plus(length));
        var lease = new Document("_id", aggregate).append("v", token).append("until", until);
        if (Inserts.unlessThere(rows.collection(), lease)) {
            return OptionalLong.of(token);
        }
        var held = rows.collection().find(Filters.eq("_id", aggregate)).first();
        if (held == null) {
            return OptionalLong.empty();
        }
        var end = held.getDate("until").toInstant();
        // An end beyond one lease from now was written by a clock that has since been put back.
        if (end.isAfter(now) && !end.isAfter(now.plus(length))) {
            return OptionalLong.empty();
        }
        var taken = rows.collection()
                .updateOne(
                        GuardedRows.guard(aggregate, held.getLong("v")),
                        Updates.combine(Updates.set("until", until), Updates.set("v", token)));
        return taken.getMatchedCount() == 1 ? OptionalLong.of(token) : OptionalLong.empty();
    }

    /** Forgets leases whose holders have died long ago, of aggregates that nobody has anything to send for since. */
    void forgetLeftOvers() {
        rows.collection()
                .deleteMany(Filters.lt("until", Date.from(clock.instant().minus(LEFT_OVER))));
    }

    void release(String aggregate, long token) {
        rows.collection().deleteOne(GuardedRows.guard(aggregate, token));
    }
}
