package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.natter.ids.Sha256;
import org.natter.messaging.Inserts;
import org.natter.web.account.Allowances;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Turns in the collection {@code allowance}: one row for each holder and stretch of time, under a hash of both. */
@Component
class MongoAllowances implements Allowances {

    private final MongoOperations mongo;
    private final Clock clock;

    MongoAllowances(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> take(Allowance of, String whose, Instant now) {
        var until = until(of, now);
        var id = id(of, whose, now);
        var taken =
                takeOneOfThose(id, of) || takeTheFirst(id, until) || takeOneOfThose(id, of); // two first ones at once
        return taken ? Optional.empty() : Optional.of(Duration.between(now, until));
    }

    @Override
    public void handBack(Allowance of, String whose, Instant now) {
        rows().updateOne(
                        Filters.and(Filters.eq("_id", id(of, whose, now)), Filters.gt("taken", 0)),
                        Updates.inc("taken", -1));
    }

    private static Instant until(Allowance of, Instant now) {
        return of.beganAt(now).plus(of.within());
    }

    private static String id(Allowance of, String whose, Instant now) {
        return Sha256.hex(of.name() + " " + until(of, now).toEpochMilli() + " " + whose);
    }

    /** Only while there is one left, in the write itself: what is not given is never taken. */
    private boolean takeOneOfThose(String id, Allowance of) {
        var oneLeft = Filters.and(Filters.eq("_id", id), Filters.lt("taken", of.turns()));
        return rows().updateOne(oneLeft, Updates.inc("taken", 1)).getMatchedCount() == 1;
    }

    private boolean takeTheFirst(String id, Instant until) {
        return Inserts.unlessThere(
                rows(), new Document("_id", id).append("taken", 1).append("until", Date.from(until)));
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void sweep() {
        rows().deleteMany(Filters.lt("until", Date.from(clock.instant())));
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection("allowance");
    }
}
