package org.natter.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.local.ChildJvm;
import org.natter.local.FreePort;

class EmbeddedStoreTest {

    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_THE_KILL = 1_500;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameItsFile() {
        file = folder.resolve("store").resolve("natter.mv");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsDocumentsAndUniqueIndexesOverARestart(boolean force) {
        var port = FreePort.any();
        try (var store = new EmbeddedStore(file, port, force)) {
            store.start();
            try (var client = MongoClients.create(store.address())) {
                var people = people(client);
                people.createIndex(Indexes.ascending("badge"), new IndexOptions().unique(true));
                people.insertOne(new Document("_id", "wren").append("badge", 1));
            }
        }

        try (var store = new EmbeddedStore(file, port, force)) {
            store.start();
            try (var client = MongoClients.create(store.address())) {
                assertThat(people(client).find().into(new ArrayList<>()))
                        .containsExactly(new Document("_id", "wren").append("badge", 1));
                assertThatThrownBy(() -> people(client).insertOne(new Document("_id", "tobias").append("badge", 1)))
                        .isInstanceOf(MongoWriteException.class);
            }
        }
    }

    @Test
    void answersHelloForHealthChecks() {
        try (var store = new EmbeddedStore(file, FreePort.any(), false)) {
            store.start();
            try (var client = MongoClients.create(store.address())) {
                var answer = client.getDatabase("admin").runCommand(new Document("hello", 1));

                assertThat(answer.getBoolean("isWritablePrimary")).isTrue();
                assertThat(answer.getInteger("maxWireVersion")).isGreaterThanOrEqualTo(8);
            }
        }
    }

    @Test
    void losesNothingItAcknowledgedWhenTheProcessIsKilled() throws Exception {
        var port = FreePort.any();
        var acknowledged = new ConcurrentHashMap<Integer, Integer>();
        try (var child = ChildJvm.running(
                StoreChild.class, List.of("-Xmx192m"), List.of(file.toString(), String.valueOf(port)))) {
            child.awaitLine("ready");
            var writers = Executors.newFixedThreadPool(WRITERS);
            var count = new AtomicInteger();
            for (int i = 0; i < WRITERS; i++) {
                var writer = i;
                writers.execute(() -> writeUntilKilled(port, writer, acknowledged, count));
            }
            Awaitility.await("enough writes").until(() -> count.get() > WRITES_BEFORE_THE_KILL);

            child.kill();
            writers.shutdown();
            assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        try (var store = new EmbeddedStore(file, port, false)) {
            store.start();
            try (var client = MongoClients.create(store.address())) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    var told = acknowledged.getOrDefault(writer, 0);
                    assertThat(people(client).countDocuments(Filters.eq("writer", writer)))
                            .as("writer %d was told %d times", writer, told)
                            .isBetween((long) told, told + 1L);
                    assertThat(people(client)
                                    .find(Filters.eq("_id", "last-" + writer))
                                    .first())
                            .hasEntrySatisfying(
                                    "n", n -> assertThat((Integer) n).isBetween(told - 1, told + 1));
                }
            }
        }
    }

    @Test
    void readersNeverTripOverWriters() throws Exception {
        try (var store = new EmbeddedStore(file, FreePort.any(), false)) {
            store.start();
            var address = store.address() + "&socketTimeoutMS=5000";
            try (var client = MongoClients.create(address)) {
                people(client)
                        .insertOne(new Document("_id", "ledger").append("state", new Document("seats", List.of())));
                var threads = Executors.newFixedThreadPool(WRITERS);
                var all = new ArrayList<Future<Integer>>();
                for (int i = 0; i < WRITERS; i++) {
                    var writes = i % 2 == 0;
                    all.add(threads.submit(() -> {
                        for (int n = 0; n < 400; n++) {
                            if (writes) {
                                people(client)
                                        .updateOne(
                                                Filters.eq("_id", "ledger"),
                                                Updates.combine(
                                                        Updates.set("state.s" + n % 50, new Document("n", n)),
                                                        Updates.unset("state.s" + (n + 25) % 50),
                                                        Updates.push("state.seats", n)));
                            } else {
                                people(client).find(Filters.eq("_id", "ledger")).first();
                            }
                        }
                        return 400;
                    }));
                }
                for (var one : all) {
                    assertThat(one.get()).isEqualTo(400);
                }
                threads.shutdown();
            }
        }
    }

    private static void writeUntilKilled(
            int port, int writer, Map<Integer, Integer> acknowledged, AtomicInteger count) {
        var address = "mongodb://127.0.0.1:" + port + "/?retryWrites=false&serverSelectionTimeoutMS=1000";
        try (var client = MongoClients.create(address)) {
            var people = people(client);
            for (int n = 1; ; n++) {
                people.insertOne(new Document("_id", writer + "-" + n).append("writer", writer));
                acknowledged.put(writer, n);
                count.incrementAndGet();
                people.updateOne(
                        Filters.eq("_id", "last-" + writer), Updates.set("n", n), new UpdateOptions().upsert(true));
            }
        } catch (MongoException e) {
            // the kill: what this writer was told so far stands in the map
        }
    }

    private static MongoCollection<Document> people(MongoClient client) {
        return client.getDatabase("natter_attendee")
                .getCollection("people")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
