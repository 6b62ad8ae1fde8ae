package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestStoreTest {

    private static final int TURNS = 4_000;

    private final Set<Integer> told = ConcurrentHashMap.newKeySet();

    @Test
    void everyTurnIsToldWhatItMadeOfItAndNotWhatTheNextOneDid() {
        try (var store = new TestStore();
                var client = MongoClients.create(store.connectionString())) {
            var rows = client.getDatabase("turns").getCollection("row");
            rows.insertOne(new Document("_id", "one").append("taken", 0));
            var eight = Executors.newFixedThreadPool(8);
            for (var turn = 0; turn < TURNS; turn++) {
                eight.submit(() -> told.add(take(rows)));
            }
            eight.shutdown();

            await().until(eight::isTerminated);
            assertThat(told.size()).isEqualTo(TURNS);
        }
    }

    private static int take(MongoCollection<Document> rows) {
        return rows.findOneAndUpdate(
                        Filters.eq("_id", "one"),
                        Updates.inc("taken", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                .getInteger("taken");
    }
}
