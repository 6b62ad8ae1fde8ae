package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.natter.ids.Sha256;
import org.natter.web.account.KnownBrowsers;
import org.natter.web.account.OrganiserId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Browsers in the collection {@code known_browser}, under a hash of what they hold and of whom they are known for. */
@Component
class MongoKnownBrowsers implements KnownBrowsers {

    private final MongoOperations mongo;
    private final Clock clock;

    MongoKnownBrowsers(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public boolean knows(String browser, OrganiserId organiser) {
        var row = rows().find(Filters.eq("_id", id(browser, organiser))).first();
        return row != null && row.getDate("seen").toInstant().isAfter(forgottenBy(clock.instant()));
    }

    @Override
    public void remember(String browser, OrganiserId organiser, Instant now) {
        var id = id(browser, organiser);
        rows().replaceOne(
                        Filters.eq("_id", id),
                        new Document("_id", id).append("seen", Date.from(now)),
                        new ReplaceOptions().upsert(true));
    }

    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT10M")
    void sweep() {
        rows().deleteMany(Filters.lt("seen", Date.from(forgottenBy(clock.instant()))));
    }

    private static Instant forgottenBy(Instant now) {
        return now.minus(Duration.ofDays(KnownBrowsers.DAYS));
    }

    private static String id(String browser, OrganiserId organiser) {
        return Sha256.hex(browser + " " + organiser.value());
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection("known_browser");
    }
}
