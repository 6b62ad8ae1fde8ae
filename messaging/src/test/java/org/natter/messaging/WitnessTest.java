package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.natter.ids.Sha256;
import org.natter.messaging.TeaService.Pot;
import org.natter.messaging.TeaService.PotDomainEvent;
import org.natter.messaging.kit.Broker;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** A database that was put back, or emptied, under a topic that remembers more. */
@ExtendWith(OutputCaptureExtension.class)
class WitnessTest {

    private final TestBroker broker = new TestBroker();
    private final TestStore store = new TestStore();
    private final MongoClient client = MongoClients.create(store.connectionString());

    @AfterEach
    void close() {
        client.close();
        store.close();
        broker.close();
    }

    @Test
    void aDatabaseThatWasPutBackIsNoticedAndOnceAcceptedSaysNoIdTwice(CapturedOutput said) {
        Map<String, List<Document>> backup;
        try (var service = start(store)) {
            pots(service).create("a1", new Pot(9, List.of()), TeaService.pour("anna"));
            awaitTold("pot/a1/1");
            backup = copy();
            pots(service).change("a1", pot -> TeaService.pour("bea"));
            pots(service).create("a2", new Pot(9, List.of()), TeaService.pour("carl"));
            awaitTold("pot/a1/2");
            awaitTold("pot/a2/1");
        }
        putBack(backup);
        var before = told();

        String word;
        try (var service = start(store)) {
            var health = service.getBean(MessagingHealth.class).health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            word = String.valueOf(health.getDetails().get("restored"));
            assertThat(word).matches("[0-9a-f]{8}");
            assertThat(said.getAll().lines().filter(line -> line.endsWith("NATTER_ACCEPT_RESTORED=" + word)))
                    .hasSize(1);
            assertThat(service.getBean(MeterRegistry.class)
                            .get("natter.store.restored")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(pots(service).find("a1")).as("reads answer").isPresent();
            assertThatThrownBy(() -> pots(service).change("a1", pot -> TeaService.pour("dora")))
                    .isInstanceOf(StoreRestored.class);
            assertThatThrownBy(() -> pots(service).create("a2", new Pot(9, List.of()), TeaService.pour("dora")))
                    .isInstanceOf(StoreRestored.class);
        }
        assertThat(told()).isEqualTo(before);

        try (var service = start(store, "natter.messaging.accept-restored=elsewhere," + word)) {
            assertThat(service.getBean(MessagingHealth.class).health().getStatus())
                    .isEqualTo(Status.UP);
            pots(service).change("a1", pot -> TeaService.pour("dora"));
            pots(service).create("a2", new Pot(9, List.of()), TeaService.pour("emil"));
            awaitTold("pot/a1/1000001");
            awaitTold("pot/a2/1000001");
        }
        assertThat(told()).containsAllEntriesOf(before);
        assertThat(said.getAll()).contains("What was told about 2 aggregates is not in it, such as [pot/a1, pot/a2]");

        try (var service = start(store)) {
            assertThat(service.getBean(MessagingHealth.class).health().getStatus())
                    .as("accepted for good")
                    .isEqualTo(Status.UP);
            pots(service).create("a3", new Pot(9, List.of()), TeaService.pour("fred"));
            awaitTold("pot/a3/1000001");
        }

        putBack(backup);
        try (var service = start(store, "natter.messaging.accept-restored=" + word)) {
            assertThat(service.getBean(MessagingHealth.class).health().getStatus())
                    .as("the word was for what was found then")
                    .isEqualTo(Status.DOWN);
        }
    }

    @Test
    void anEmptyDatabaseIsNoNewInstallation() {
        try (var service = start(store)) {
            pots(service).create("b1", new Pot(9, List.of()), TeaService.pour("gina"));
            awaitTold("pot/b1/1");
        }

        try (var empty = new TestStore();
                var service = start(empty)) {
            assertThat(service.getBean(MessagingHealth.class).health().getStatus())
                    .isEqualTo(Status.DOWN);
        }
    }

    @Test
    void whatACrashLeftBetweenKafkaAndTheLogIsOurs() {
        try (var service = start(store)) {
            pots(service).create("c1", new Pot(9, List.of()), TeaService.pour("hans"));
            awaitTold("pot/c1/1");
        }
        asIfKilledBeforeTheLogWasWritten("pot/c1/1", "c1");

        try (var service = start(store)) {
            assertThat(service.getBean(MessagingHealth.class).health().getStatus())
                    .isEqualTo(Status.UP);
            await("sent again under the same id")
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            database().getCollection("event_log").countDocuments(new Document("_id", "pot/c1/1")) == 1);
        }
    }

    @Test
    void whatTheDatabaseCannotTakeIsAnsweredAsThat() {
        var answer = new TroubleAdvice().restored(new StoreRestored());

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("60");
        assertThat(answer.getBody()).isNotNull();
        assertThat(answer.getBody().getType()).hasToString("urn:natter:problem:store-restored");
    }

    /** So many at the end of each partition, unless an installation sets another number. */
    @Test
    void theLastTwoHundredMessagesOfAPartitionAreCompared() {
        var settings = Binder.get(new StandardEnvironment()).bindOrCreate("natter.messaging", MessagingSettings.class);

        assertThat(settings.lookBack()).isEqualTo(200);
    }

    private void asIfKilledBeforeTheLogWasWritten(String id, String pot) {
        var log = database().getCollection("event_log");
        var row = log.find(new Document("_id", id)).first();
        assertThat(row).isNotNull();
        var entry = new Document("id", id);
        for (String field : List.of("n", "i", "type", "subject", "at", "bytes", "hash")) {
            entry.append(field, row.get(field));
        }
        log.deleteOne(new Document("_id", id));
        database()
                .getCollection("pot")
                .updateOne(
                        new Document("_id", pot),
                        new Document("$set", new Document("out", List.of(entry)).append("outSince", row.get("at"))));
    }

    private ConfigurableApplicationContext start(TestStore on, String... more) {
        return TeaService.start(on.connectionString(), broker.bootstrapServers(), more);
    }

    @SuppressWarnings("unchecked")
    private static AggregateCollection<Pot, PotDomainEvent> pots(ConfigurableApplicationContext service) {
        return service.getBean(AggregateCollection.class);
    }

    private void awaitTold(String id) {
        await(id).atMost(Duration.ofSeconds(30)).until(() -> told().containsKey(id));
    }

    /** Each id with the hash of its body; an id with two bodies fails. */
    private Map<String, String> told() {
        var told = new HashMap<String, String>();
        for (var record : broker.read(TeaService.TOPIC)) {
            var id = Broker.headers(record).get("ce_id");
            var hash = Sha256.hex(record.value());
            assertThat(told.getOrDefault(id, hash)).as(id).isEqualTo(hash);
            told.put(id, hash);
        }
        return told;
    }

    private Map<String, List<Document>> copy() {
        var copy = new HashMap<String, List<Document>>();
        for (String name : database().listCollectionNames()) {
            copy.put(name, database().getCollection(name).find().into(new ArrayList<>()));
        }
        return copy;
    }

    private void putBack(Map<String, List<Document>> copy) {
        for (String name : database().listCollectionNames()) {
            database().getCollection(name).deleteMany(new Document());
        }
        copy.forEach((name, rows) -> {
            if (!rows.isEmpty()) {
                database().getCollection(name).insertMany(rows);
            }
        });
    }

    private MongoDatabase database() {
        return client.getDatabase("tea");
    }
}
