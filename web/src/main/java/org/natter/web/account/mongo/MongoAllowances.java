package org.natter.web.account.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.natter.ids.Sha256;
import org.natter.web.account.Allowances;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Turns in the collection {@code allowance}: one row for each holder and stretch of time, under a hash of both. */
@Component
class MongoAllowances implements Allowances {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoOperations mongo;
    private final Clock clock;

    MongoAllowances(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> take(Allowance of, String whose, Instant now) {
        var until = until(of, now);
        var taken = count(id(of, whose, now), until);
        if (taken <= of.turns()) {
            return Optional.empty();
        }
        handBack(of, whose, now); // what was not given is not taken, so that one handed back is there for the next
        return Optional.of(Duration.between(now, until));
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

    private int count(String id, Instant until) {
        try {
            return increase(id, until);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != DUPLICATE_KEY) {
                throw e;
            }
            return increase(id, until); // two first ones at the same moment: now it is there
        }
    }

    private int increase(String id, Instant until) {
        var row = rows().findOneAndUpdate(
                        Filters.eq("_id", id),
                        Updates.combine(Updates.inc("taken", 1), Updates.setOnInsert("until", Date.from(until))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return row == null ? 1 : row.getInteger("taken", 1);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void sweep() {
        rows().deleteMany(Filters.lt("until", Date.from(clock.instant())));
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection("allowance");
    }
}
