package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.natter.web.account.PasswordLinks;
import org.natter.web.account.SignedIn;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Links in the collection {@code password_link}; a used one is gone. */
@Component
class MongoPasswordLinks implements PasswordLinks {

    private final MongoOperations mongo;
    private final Clock clock;

    MongoPasswordLinks(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public void keep(PasswordLink link) {
        links().insertOne(new Document("_id", link.hash())
                .append("whose", link.whose().text())
                .append("until", Date.from(link.until())));
    }

    @Override
    public Optional<PasswordLink> find(String hash, Instant now) {
        var open = Filters.and(Filters.eq("_id", hash), Filters.gt("until", Date.from(now)));
        return Optional.ofNullable(links().find(open).first())
                .map(link -> new PasswordLink(
                        hash,
                        SignedIn.of(link.getString("whose")),
                        link.getDate("until").toInstant()));
    }

    @Override
    public boolean use(String hash) {
        return links().deleteOne(Filters.eq("_id", hash)).getDeletedCount() == 1;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        links().deleteMany(Filters.lt("until", Date.from(clock.instant())));
    }

    private MongoCollection<Document> links() {
        return mongo.getCollection("password_link");
    }
}
