package org.natter.web.account.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.natter.web.account.Network;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The name in the one row of the collection {@code network}. */
@Component
class MongoNetwork implements Network {

    private static final String ROW = "network";

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
}
