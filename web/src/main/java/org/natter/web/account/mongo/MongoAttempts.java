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
import org.jspecify.annotations.Nullable;
import org.natter.messaging.Inserts;
import org.natter.web.account.Attempts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Misses in the collection {@code attempt}, under hashed keys; of several at one moment one is counted, the others look again. */
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
    public Optional<Duration> turn(String key, Instant now) {
        while (true) {
            var before = attempts().find(Filters.eq("_id", key)).first();
            var next = before == null ? Instant.EPOCH : before.getDate("next").toInstant();
            if (next.isAfter(now)) {
                return Optional.of(Duration.between(now, next));
            }
            if (counted(key, before, now)) {
                return Optional.empty();
            }
        }
    }

    private boolean counted(String key, @Nullable Document before, Instant now) {
        if (before == null) {
            return Inserts.unlessThere(
                    attempts(),
                    new Document("_id", key)
                            .append("misses", 1)
                            .append("at", Date.from(now))
                            .append("next", Date.from(now.plus(Attempts.pauseAfter(1)))));
        }
        var misses = before.getInteger("misses", 0);
        return attempts()
                        .updateOne(
                                Filters.and(Filters.eq("_id", key), Filters.eq("misses", misses)),
                                Updates.combine(
                                        Updates.set("misses", misses + 1),
                                        Updates.set("at", Date.from(now)),
                                        Updates.set("next", Date.from(now.plus(Attempts.pauseAfter(misses + 1))))))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void worked(String key) {
        attempts().deleteOne(Filters.eq("_id", key));
    }

    /** If others take turns at this moment it stays counted: one miss too many, never one too few. */
    @Override
    public void notJudged(String key) {
        var counted = attempts().find(Filters.eq("_id", key)).first();
        if (counted != null) {
            var misses = counted.getInteger("misses", 0);
            var next = counted.getDate("at").toInstant().plus(Attempts.pauseAfter(misses - 1));
            attempts()
                    .updateOne(
                            Filters.and(Filters.eq("_id", key), Filters.eq("misses", misses)),
                            Updates.combine(Updates.set("misses", misses - 1), Updates.set("next", Date.from(next))));
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        attempts().deleteMany(Filters.lt("at", Date.from(clock.instant().minus(FORGOTTEN_AFTER))));
    }

    private MongoCollection<Document> attempts() {
        return mongo.getCollection("attempt");
    }
}
