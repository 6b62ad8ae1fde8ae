package org.natter.web.account.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.natter.messaging.Inserts;
import org.natter.web.account.Network;
import org.natter.web.account.OrganiserId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The name in one row of the collection {@code network}, and who founds it in another. */
@Component
class MongoNetwork implements Network {

    private static final String ROW = "network";
    private static final String FOUNDING = "founding";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MongoOperations mongo;

    MongoNetwork(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public String name() {
        return Optional.ofNullable(
                        mongo.getCollection(ROW).find(Filters.eq("_id", ROW)).first())
                .map(found -> found.getString("name"))
                .orElse("");
    }

    @Override
    public void call(String name) {
        mongo.getCollection(ROW)
                .replaceOne(
                        Filters.eq("_id", ROW),
                        new Document("_id", ROW).append("name", name),
                        new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<OrganiserId> beginFounding(Instant now) {
        var until = Date.from(now.plus(PATIENCE));
        var first = OrganiserId.fresh();
        if (Inserts.unlessThere(
                mongo.getCollection(ROW),
                new Document("_id", FOUNDING).append("owner", first.value()).append("until", until))) {
            return Optional.of(first);
        }
        return Optional.ofNullable(mongo.getCollection(ROW)
                        .findOneAndUpdate(
                                Filters.and(Filters.eq("_id", FOUNDING), Filters.lte("until", Date.from(now))),
                                Updates.set("until", until)))
                .map(found -> new OrganiserId(found.getString("owner")));
    }

    @Override
    public void endFounding(Instant begun) {
        var ours = Filters.and(Filters.eq("_id", FOUNDING), Filters.eq("until", Date.from(begun.plus(PATIENCE))));
        mongo.getCollection(ROW).updateOne(ours, Updates.set("until", Date.from(Instant.EPOCH)));
    }
}
