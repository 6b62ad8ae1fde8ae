package org.natter.web.account.mongo;

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
import org.natter.web.account.Attempts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Misses in the collection {@code attempt}, under hashed keys. */
@Component
class MongoAttempts implements Attempts {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final MongoOperations mongo;
    private final Clock clock;

    MongoAttempts(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Instant nextAfter(String key) {
        return Optional.ofNullable(attempts().find(Filters.eq("_id", key)).first())
                .map(found -> found.getDate("next"))
                .map(Date::toInstant)
                .orElse(Instant.EPOCH);
    }

    @Override
    public void missed(String key, Instant now) {
        var after = attempts()
                .findOneAndUpdate(
                        Filters.eq("_id", key),
                        Updates.combine(Updates.inc("misses", 1), Updates.set("at", Date.from(now))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        var misses = after == null ? 1 : after.getInteger("misses", 1);
        attempts()
                .updateOne(
                        Filters.eq("_id", key), Updates.set("next", Date.from(now.plus(Attempts.pauseAfter(misses)))));
    }

    @Override
    public void worked(String key) {
        attempts().deleteOne(Filters.eq("_id", key));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        attempts().deleteMany(Filters.lt("at", Date.from(clock.instant().minus(FORGOTTEN_AFTER))));
    }

    private MongoCollection<Document> attempts() {
        return mongo.getCollection("attempt");
    }
}
