package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.SignInCodes;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Codes in the collection {@code sign_in_code}; a try and a use are one conditional update each. */
@Component
class MongoSignInCodes implements SignInCodes {

    private static final int TRIES = 5;

    private final MongoOperations mongo;
    private final Clock clock;

    MongoSignInCodes(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public void keep(PendingCode code) {
        codes().insertOne(new Document("_id", code.handle())
                .append("organiser", code.organiser().value())
                .append("hash", code.hash())
                .append("until", Date.from(code.until()))
                .append("tries", TRIES)
                .append("used", false));
    }

    @Override
    public Optional<PendingCode> takeTry(String handle, Instant now) {
        var found = codes().findOneAndUpdate(
                        Filters.and(
                                Filters.eq("_id", handle),
                                Filters.eq("used", false),
                                Filters.gt("tries", 0),
                                Filters.gt("until", Date.from(now))),
                        Updates.inc("tries", -1));
        return Optional.ofNullable(found)
                .map(code -> new PendingCode(
                        handle,
                        new OrganiserId(code.getString("organiser")),
                        code.getString("hash"),
                        code.getDate("until").toInstant()));
    }

    @Override
    public boolean use(String handle) {
        return codes().updateOne(
                                Filters.and(Filters.eq("_id", handle), Filters.eq("used", false)),
                                Updates.set("used", true))
                        .getModifiedCount()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        codes().deleteMany(Filters.lt("until", Date.from(clock.instant())));
    }

    private MongoCollection<Document> codes() {
        return mongo.getCollection("sign_in_code");
    }
}
