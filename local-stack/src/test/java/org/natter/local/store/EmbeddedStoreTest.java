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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
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

    /** An index is made from all documents there are: a kill in the middle left some of its keys, which were taken for all. */
    @Test
    void anIndexWhoseMakingBrokeOffIsMadeAgain() {
        withPeople(people -> {
            people.insertMany(List.of(person("wren", 1), person("tobias", 2), person("iona", 3)));
            people.createIndex(Indexes.ascending("badge"), new IndexOptions().unique(true));
        });
        inFile(store -> {
            keys(store).remove(keys(store).firstKey());
            store.openMap("complete.natter_attendee").clear();
        });

        withPeople(people -> {
            assertThat(people.find(Filters.eq("badge", 1))).hasSize(1);
            assertThatThrownBy(() -> people.insertOne(person("samir", 1))).isInstanceOf(MongoWriteException.class);
        });
    }

    /** Whoever has ten years of documents would wait for it at each start, most of all for an index that nobody is in. */
    @Test
    void aStartTakesIndexesAsTheyAreAndLooksAtNoDocument() {
        withPeople(people -> {
            people.insertOne(person("wren", 1));
            people.createIndex(Indexes.ascending("badge"), new IndexOptions().sparse(true));
        });
        inFile(store -> keys(store).clear());

        withPeople(people -> assertThat(people.find(Filters.eq("badge", 1)))
                .as("what only making it again would have found")
                .isEmpty());
    }

    @Test
    void anIndexOfACollectionThatIsGoneKnowsNothingOfTheNext() {
        withPeople(people -> {
            people.createIndex(Indexes.ascending("badge"));
            people.drop();
            people.insertOne(person("wren", 1));
            people.createIndex(Indexes.ascending("badge"));

            assertThat(people.find(Filters.eq("badge", 1))).hasSize(1);
        });
    }

    @Test
    void aCollectionThatIsGoneTakesNoIndexOfAnotherWithIt() {
        try (var store = new EmbeddedStore(file, FreePort.any(), false)) {
            store.start();
            try (var client = MongoClients.create(store.address())) {
                var like = client.getDatabase("natter_attendee").getCollection("people.gone");
                like.createIndex(Indexes.ascending("badge"));
                people(client).createIndex(Indexes.ascending("badge"));

                people(client).drop();
                like.insertOne(person("wren", 1));

                assertThat(like.find(Filters.eq("badge", 1))).hasSize(1);
            }
        }
        withPeople(people -> assertThat(people.countDocuments()).isZero());
    }

    @Test
    void theFileIsWrittenAnewAtAStartOnlyIfAGoodPartOfItIsWaste() throws Exception {
        var words = new Random(7)
                .ints(300_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        withPeople(people -> people.insertMany(IntStream.range(0, 80)
                .mapToObj(number -> person("p" + number, number).append("words", words))
                .toList()));
        var kept = fileKey();

        withPeople(people -> assertThat(people.countDocuments()).isEqualTo(80));
        assertThat(fileKey()).isEqualTo(kept);

        withPeople(people -> people.deleteMany(Filters.gte("badge", 8)));
        withPeople(people -> assertThat(people.countDocuments()).isEqualTo(8));
        assertThat(fileKey()).isNotEqualTo(kept);
        assertThat(Files.size(file)).isLessThan(8L << 20);
    }

    private static Document person(String id, int badge) {
        return new Document("_id", id).append("badge", badge);
    }

    private void withPeople(Consumer<MongoCollection<Document>> work) {
        try (var store = new EmbeddedStore(file, FreePort.any(), false)) {
            store.start();
            try (var client = MongoClients.create(store.address())) {
                work.accept(people(client));
            }
        }
    }

    private void inFile(Consumer<MVStore> work) {
        try (var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open()) {
            work.accept(store);
            store.commit();
        }
    }

    private static MVMap<List<Object>, Boolean> keys(MVStore store) {
        return store.openMap(
                "index.natter_attendee.people.badge_1",
                new MVMap.Builder<List<Object>, Boolean>().keyType(KeyType.INSTANCE));
    }

    private Object fileKey() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
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
