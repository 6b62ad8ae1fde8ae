package org.natter.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Whether most of what was acquired then is still to come, so that there is time to send something more. */
    boolean isFresh(Instant acquired) {
        return clock.instant().isBefore(acquired.plus(length.dividedBy(2)));
    }

    /** Those of the aggregates that nobody else holds, each with a token to release it with; all or none if it breaks off. */
    Map<String, Long> acquire(Collection<String> aggregates) {
        var token = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        var now = clock.instant();
        var acquired = new HashMap<String, Long>();
        var wanted = List.copyOf(aggregates);
        if (wanted.isEmpty()) {
            return acquired;
        }
        wanted.forEach(aggregate -> acquired.put(aggregate, token));
        try {
            heldOf(wanted, token, Date.from(now.plus(length))).stream()
                    .filter(held -> !takeOver(held, token, now))
                    .forEach(acquired::remove);
            return acquired;
        } catch (RuntimeException e) {
            giveBack(wanted, token, e);
            throw e;
        }
    }

    /** What was taken before it broke off would hold up everybody until it ends. */
    private void giveBack(List<String> wanted, long token, RuntimeException trouble) {
        try {
            release(wanted.stream().collect(Collectors.toMap(Function.identity(), aggregate -> token)));
        } catch (RuntimeException e) {
            trouble.addSuppressed(e);
        }
    }

    /** Takes whatever is free in one write, and tells what is not. */
    private List<String> heldOf(List<String> wanted, long token, Date until) {
        try {
            rows.collection()
                    .insertMany(
                            wanted.stream()
                                    .map(aggregate -> new Document("_id", aggregate)
                                            .append("v", token)
                                            .append("until", until))
                                    .toList(),
                            new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            var errors = e.getWriteErrors();
            if (errors.isEmpty()
                    || !errors.stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return errors.stream().map(error -> wanted.get(error.getIndex())).toList();
        }
    }

    private boolean takeOver(String aggregate, long token, Instant now) {
        var held = rows.collection().find(Filters.eq("_id", aggregate)).first();
        if (held == null) {
            return false;
        }
        var end = held.getDate("until").toInstant();
        // An end beyond one lease from now was written by a clock that has since been put back.
        if (end.isAfter(now) && !end.isAfter(now.plus(length))) {
            return false;
        }
        var taken = rows.collection()
                .updateOne(
                        GuardedRows.guard(aggregate, held.getLong("v")),
                        Updates.combine(Updates.set("until", Date.from(now.plus(length))), Updates.set("v", token)));
        return taken.getMatchedCount() == 1;
    }

    /** Forgets leases whose holders have died long ago, of aggregates that nobody has anything to send for since. */
    void forgetLeftOvers() {
        rows.collection()
                .deleteMany(Filters.lt("until", Date.from(clock.instant().minus(LEFT_OVER))));
    }

    /** @param acquired whose leases, each with its token */
    void release(Map<String, Long> acquired) {
        if (!acquired.isEmpty()) {
            rows.collection()
                    .bulkWrite(
                            acquired.entrySet().stream()
                                    .map(one -> new DeleteOneModel<Document>(
                                            GuardedRows.guard(one.getKey(), one.getValue())))
                                    .toList(),
                            new BulkWriteOptions().ordered(false));
        }
    }
}
