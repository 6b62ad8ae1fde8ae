package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.ids.Sha256;
import org.natter.messaging.kit.TestStore;

/** The history goes out again by itself, in order, whatever happens on the way. */
class RepublishingTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private static final Instant NOON = Instant.parse("2026-10-15T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final MessagingSettings SETTINGS = new MessagingSettings(
            "natter.tea",
            "/tea-service",
            (short) 1,
            (short) 1,
            true,
            Duration.ofMillis(200),
            Duration.ofMillis(5),
            Duration.ofSeconds(30),
            3,
            20,
            16,
            0,
            "",
            Duration.ofSeconds(10),
            List.of());

    private final String database = "tea-" + UUID.randomUUID();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<Republishing> started = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MongoClient client;

    @BeforeEach
    void open() {
        client = MongoClients.create(STORE.connectionString());
    }

    @AfterEach
    void close() {
        started.forEach(Republishing::stop);
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void theNewestOfEachTypeAndSubjectGoesOutInTheOrderOfVersions() {
        log("pot/a", 2, "bea");
        log("pot/a", 10, "anna");
        log("pot/a", 9, "anna");
        log("pot/a-b", 1, "carl");
        var republishing = start(entry -> sent.add(entry.id()));

        republishing.ask(null, null);

        awaitFinished(republishing, 3);
        assertThat(sent).containsExactlyInAnyOrder("pot/a/2", "pot/a/10", "pot/a-b/1");
        assertThat(sent.indexOf("pot/a/2")).isLessThan(sent.indexOf("pot/a/10"));
        assertThat(meters.get("natter.republished").counter().count()).isEqualTo(3);
    }

    @Test
    void oneAggregateOrWhatWasToldSinceAnInstantGoesOutAlone() {
        log("pot/a", 1, "anna");
        log("pot/ab", 1, "bea");
        log("pot/a", 2, "carl");
        rows().updateOne(new Document("_id", "pot/a/1"), new Document("$set", new Document("at", new Date(0))));
        var republishing = start(entry -> sent.add(entry.id()));

        republishing.ask("pot/a", null);
        awaitFinished(republishing, 2);
        republishing.ask(null, NOON.minusSeconds(60));
        awaitFinished(republishing, 2);

        assertThat(sent.subList(0, 2)).containsExactly("pot/a/1", "pot/a/2");
        assertThat(sent.subList(2, 4)).containsExactlyInAnyOrder("pot/a/2", "pot/ab/1");
    }

    /** Half of it went into a log that has been put away since. */
    @Test
    void sayingEverythingAgainBeginsAnewAlsoWhereOneGoesOn() {
        log("pot/a", 1, "anna");
        log("pot/b", 1, "bea");
        client.getDatabase(database)
                .getCollection("republish")
                .insertOne(new Document("_id", "republish")
                        .append("v", 7L)
                        .append("aggregate", null)
                        .append("since", null)
                        .append("askedAt", Date.from(NOON))
                        .append("sent", 1)
                        .append("after", "pot/a")
                        .append("finishedAt", null)
                        .append("until", Date.from(NOON.plusSeconds(30))));
        var republishing = start(entry -> sent.add(entry.id()));

        republishing.sayEverythingAgain();

        awaitFinished(republishing, 2);
        assertThat(sent).containsExactlyInAnyOrder("pot/a/1", "pot/b/1");
    }

    @Test
    void whatTheBrokerNeverHadIsLeftToTheRelay() {
        log("pot/a", 1, "anna");
        rows().updateOne(new Document("_id", "pot/a/1"), new Document("$unset", new Document("sentAt", "")));
        var republishing = start(entry -> sent.add(entry.id()));

        republishing.ask(null, null);

        awaitFinished(republishing, 0);
        assertThat(sent).isEmpty();
    }

    @Test
    void aLongHistoryGoesOutWholeEachAggregateInItsOrder() {
        for (var pot = 0; pot < 7; pot++) {
            var name = "pot/" + pot;
            logAll(name, 400);
        }
        var republishing = start(entry -> sent.add(entry.id()));

        republishing.ask(null, null);

        awaitFinished(republishing, 2800);
        assertThat(sent).doesNotHaveDuplicates().hasSize(2800);
        for (var pot = 0; pot < 7; pot++) {
            var name = "pot/" + pot + "/";
            assertThat(sent.stream().filter(id -> id.startsWith(name)).toList())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 400)
                            .mapToObj(version -> name + version)
                            .toList());
        }
    }

    @Test
    void whatManyHaveToldIsSentManyMessagesAtATime() {
        IntStream.range(0, 500).forEach(number -> log("pot/p" + number, 1, "anna"));
        var together = new CopyOnWriteArrayList<Integer>();
        var republishing = start(new Sender() {
            @Override
            public void send(Entry entry) {
                throw new IllegalStateException("one by one");
            }

            @Override
            public void sendInOrder(List<Entry> entries) {
                together.add(entries.size());
            }
        });

        republishing.ask(null, null);

        awaitFinished(republishing, 500);
        assertThat(together)
                .hasSizeLessThanOrEqualTo(10)
                .allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(100));
    }

    @Test
    void whileOneGoesOnAnotherIsRefused() {
        log("pot/a", 1, "anna");
        var republishing = start(entry -> {
            throw new TimeoutException("away");
        });

        assertThat(republishing.ask(null, null)).isPresent();

        assertThat(republishing.ask("pot/a", null)).isEmpty();
        assertThat(republishing.progress().orElseThrow().finishedAt()).isNull();
    }

    @Test
    void whileKafkaIsAwayItWaitsAndNothingIsLeftOut() {
        log("pot/a", 1, "anna");
        log("pot/a", 2, "bea");
        var tries = new AtomicInteger();
        var republishing = start(entry -> {
            if (tries.incrementAndGet() < 5) {
                throw new TimeoutException("away");
            }
            sent.add(entry.id());
        });

        republishing.ask(null, null);

        awaitFinished(republishing, 2);
        assertThat(sent).containsExactly("pot/a/1", "pot/a/2");
    }

    @Test
    void stoppedOnTheWayItGoesOnAfterTheNextStart() {
        for (var pot = 0; pot < 5; pot++) {
            logAll("pot/" + pot, 400);
        }
        var first = start(entry -> {
            if (entry.id().equals("pot/4/1")) {
                throw new TimeoutException("away");
            }
            sent.add(entry.id());
        });
        first.ask(null, null);
        await("half of it").until(() -> first.progress().orElseThrow().sent() > 0);

        first.stop();
        var before = List.copyOf(sent);
        sent.clear();
        var second = start(entry -> sent.add(entry.id()));

        awaitFinished(second, 2000);
        assertThat(sent).as("what was through stays so").doesNotContain("pot/0/1", "pot/1/400");
        assertThat(before).contains("pot/0/1", "pot/1/400");
        var all = new ArrayList<>(before);
        all.addAll(sent);
        assertThat(all).contains("pot/4/400").hasSizeGreaterThanOrEqualTo(2000);
        assertThat(all.stream().distinct()).hasSize(2000);
    }

    @Test
    void ofADeadProcessAnotherTakesItOverWhenItsTimeIsUp() {
        log("pot/a", 1, "anna");
        client.getDatabase(database)
                .getCollection("republish")
                .insertOne(new Document("_id", "republish")
                        .append("v", 4L)
                        .append("askedAt", Date.from(NOON.minusSeconds(90)))
                        .append("sent", 0)
                        .append("until", Date.from(NOON.minusSeconds(1))));

        var republishing = start(entry -> sent.add(entry.id()));

        awaitFinished(republishing, 1);
        assertThat(sent).containsExactly("pot/a/1");
    }

    @Test
    void whatAnotherProcessIsAtIsLeftToIt() {
        log("pot/a", 1, "anna");
        var held = new Document("_id", "republish")
                .append("v", 4L)
                .append("askedAt", Date.from(NOON.minusSeconds(90)))
                .append("sent", 0)
                .append("until", Date.from(NOON.plusSeconds(30)));
        client.getDatabase(database).getCollection("republish").insertOne(held);

        var republishing = start(entry -> sent.add(entry.id()));

        await("some looks").during(Duration.ofMillis(700)).until(sent::isEmpty);
        assertThat(republishing.ask(null, null)).isEmpty();
    }

    private Republishing start(Sender sender) {
        var rows = new GuardedRows(() -> client.getDatabase(database).getCollection("republish"));
        var republishing =
                new Republishing(rows, new MongoEventLog(this::rows, CLOCK), sender, CLOCK, SETTINGS, meters);
        republishing.start();
        started.add(republishing);
        return republishing;
    }

    private static void awaitFinished(Republishing republishing, int messages) {
        await("it is through")
                .atMost(Duration.ofSeconds(30))
                .until(() -> republishing
                        .progress()
                        .filter(progress -> progress.finishedAt() != null && progress.sent() == messages)
                        .isPresent());
    }

    private void log(String aggregate, int version, String subject) {
        rows().insertOne(row(aggregate, version, subject));
    }

    private void logAll(String aggregate, int messages) {
        var all = new ArrayList<>(IntStream.rangeClosed(1, messages)
                .mapToObj(version -> row(aggregate, version, "guest" + version))
                .toList());
        Collections.reverse(all);
        rows().insertMany(all);
    }

    private MongoCollection<Document> rows() {
        return client.getDatabase(database).getCollection("event_log");
    }

    private static Document row(String aggregate, int version, String subject) {
        var bytes = "{}".getBytes(StandardCharsets.UTF_8);
        var entry = new Entry(
                aggregate + "/" + version,
                aggregate,
                version,
                0,
                "tea.poured.v1",
                subject,
                NOON,
                bytes,
                Sha256.hex(bytes),
                null);
        var row = new Document("_id", entry.id()).append("aggregate", aggregate);
        row.putAll(entry.toDocument());
        return row.append("sentAt", Date.from(NOON));
    }
}
