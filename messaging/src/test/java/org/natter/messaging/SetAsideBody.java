package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.messaging.kit.Broker.headers;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.natter.messaging.kit.Broker;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.health.contributor.Status;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** Poison, trouble and dead letters on a real broker; records about one pot share a partition. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SetAsideBody {

    private static final String DEAD = "natter.tea.tea-service.guests.dlt";

    private final TestStore readModels = new TestStore();
    private ConfigurableApplicationContext service;

    abstract Broker broker();

    /** One more of the same kind, closed by its user. */
    abstract Broker anotherBroker();

    @BeforeAll
    void start() {
        service = TeaService.start(readModels.connectionString(), broker().bootstrapServers());
    }

    @AfterAll
    void stop() {
        service.close();
        readModels.close();
    }

    @Test
    void anUndecodableBodyIsSetAsideWithItsBytesAndAReasonAndTheNextRecordGoesOn() {
        send("p1", 1, "anna", "{\"guest\":\"anna\",\"at\":\"2026-10-15T16:00:00Z\"}");
        send("p1", 2, "anna", body("anna"));

        awaitHandled("pot/p1/2");
        var letter = awaitLetter("pot/p1/1");

        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).startsWith("{\"guest\":\"anna\"");
        var headers = new HashMap<>(headers(letter));
        assertThat(headers).containsEntry("dead-letter-reason", "UNDECODABLE");
        assertThat(headers)
                .containsEntry("dead-letter-topic", "natter.tea")
                .containsKeys("dead-letter-partition", "dead-letter-offset");
        headers.keySet().removeIf(name -> name.startsWith("ce_") || name.equals("content-type"));
        assertThat(headers.keySet())
                .containsExactlyInAnyOrder(
                        "dead-letter-reason", "dead-letter-topic", "dead-letter-partition", "dead-letter-offset");
    }

    @Test
    void nullsUnknownTypesAndUnknownFieldsPass() {
        broker().send(TeaService.TOPIC, "p2", null, headersOf("pot/p2/1", TeaService.POURED, "bea"));
        broker().send(TeaService.TOPIC, "p2", bytes("{}"), headersOf("pot/p2/2", "tea.spilled.v1", "bea"));
        send("p2", 3, "bea", body("bea").replace("{", "{\"milk\":true,"));

        awaitHandled("pot/p2/3");

        assertThat(letters())
                .noneMatch(letter -> headers(letter).getOrDefault("ce_id", "").startsWith("pot/p2/"));
    }

    @Test
    void recordsWithoutHeadersAndRandomBytesAreSetAside() {
        broker().send(TeaService.TOPIC, "p3", new byte[] {(byte) 0xff, 0, 12}, Map.of());
        send("p3", 2, "carl", "\u0000");
        send("p3", 3, "carl", "{\"guest\":null,\"at\":\"2026-10-15T16:00:00Z\",\"cupsLeft\":1}");
        send("p3", 4, "carl", body("carl"));

        awaitHandled("pot/p3/4");
        awaitLetter("pot/p3/2");
        awaitLetter("pot/p3/3");
        assertThat(letters()).anyMatch(letter -> headers(letter).get("ce_id") == null);
    }

    @Test
    void transientTroubleIsRetriedUntilItHasPassed() {
        var tries = new AtomicInteger();
        tea().onGuest.put("dora", source -> {
            if (tries.incrementAndGet() < 3) {
                throw new MongoTimeoutException("away");
            }
        });

        send("p4", 1, "dora", body("dora"));

        awaitHandled("pot/p4/1");
        assertThat(tries).hasValue(3);
        assertThat(letters())
                .noneMatch(letter -> "pot/p4/1".equals(headers(letter).get("ce_id")));
    }

    @Test
    void aForkIsSetAsideAndNothingIsOverwritten() {
        send("p5", 1, "emil", body("emil"));
        awaitHandled("pot/p5/1");

        send("p5", 1, "emil", body("emil").replace(":3", ":4"));

        assertThat(headers(awaitLetter("pot/p5/1"))).containsEntry("dead-letter-reason", "FORK");
    }

    @Test
    void aBugIsSetAsideAndReplayedAfterTheFix() {
        tea().onGuest.put("fred", source -> {
            throw new IllegalArgumentException("a bug");
        });
        send("p6", 1, "fred", body("fred"));
        awaitLetter("pot/p6/1");
        var operations = service.getBean(DeadLetters.class);
        var letter = letterOf("pot/p6/1");
        assertThat(letter.reason()).isEqualTo("FAILED");

        tea().onGuest.remove("fred");

        assertThat(operations.replay(letter.id())).isTrue();
        assertThat(tea().handled).contains("pot/p6/1");
        assertThat(operations.undecided()).noneMatch(one -> letter.id().equals(one.id()));
    }

    @Test
    void anErrorInAHandlerIsABugLikeAnyOtherAndTheNextRecordGoesOn() {
        tea().onGuest.put("ines", source -> {
            throw new StackOverflowError();
        });
        send("p9", 1, "ines", body("ines"));
        send("p9", 2, "jana", body("jana"));

        awaitHandled("pot/p9/2");

        assertThat(headers(awaitLetter("pot/p9/1"))).containsEntry("dead-letter-reason", "FAILED");
    }

    @Test
    void aConsumerStoppedByAFullHeapIsSeenAndGoesOnAtTheSameRecord() {
        var health = service.getBean(MessagingHealth.class);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        tea().onGuest.put("kurt", source -> {
            throw new OutOfMemoryError("planted");
        });

        send("p10", 1, "kurt", body("kurt"));

        await("the health to say so")
                .atMost(Duration.ofSeconds(30))
                .until(() -> health.health().getStatus().equals(Status.DOWN));
        assertThat(health.health().getDetails())
                .containsEntry("stoppedConsumers", List.of("tea-service.guests of natter.tea"));

        tea().onGuest.remove("kurt");
        var bindings = service.getBean(BindingsLifecycleController.class);
        bindings.stop("guestsTea-in-0");
        bindings.start("guestsTea-in-0");
        awaitHandled("pot/p10/1");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aDiscardedLetterIsDecidedAndAStrangeOneIsUnknown() {
        send("p7", 1, "gina", "{}");
        awaitLetter("pot/p7/1");
        var operations = service.getBean(DeadLetters.class);
        var letter = letterOf("pot/p7/1");

        assertThat(operations.discard(letter.id(), DeadLetters.DiscardReason.TEST))
                .isTrue();

        assertThat(operations.undecided()).noneMatch(one -> letter.id().equals(one.id()));
        assertThat(operations.find(letter.id())).isPresent();
        assertThat(operations.discard("natter.tea-0-0", DeadLetters.DiscardReason.TEST))
                .isFalse();
    }

    @Test
    void whatIsDecidedHidesNothingThatWaitsBehindIt() {
        for (int version = 1; version <= 5; version++) {
            send("p12", version, "lena", "{}");
        }
        awaitLetter("pot/p12/5");
        var fourAtATime = showing(4);

        var seen = new HashSet<String>();
        for (var page = fourAtATime.undecided(); !page.isEmpty(); page = fourAtATime.undecided()) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            page.forEach(letter -> seen.add(String.valueOf(letter.messageId())));
            decisions().insertMany(page.stream().map(SetAsideBody::decided).toList());
        }

        assertThat(seen).contains("pot/p12/1", "pot/p12/2", "pot/p12/3", "pot/p12/4", "pot/p12/5");
    }

    /** After the loss of Kafka offsets begin at nought again; yesterday's decision is about another record. */
    @Test
    void aDecisionAboutAnEarlierRecordAtTheSamePlaceHidesNothing() {
        send("p13", 1, "mona", "{}");
        awaitLetter("pot/p13/1");
        var letter = letterOf("pot/p13/1");
        assertThat(showing(500).discard(letter.id(), DeadLetters.DiscardReason.TEST))
                .isTrue();

        decisions()
                .updateOne(
                        Filters.eq("_id", letter.id()),
                        Updates.set("setAsideAt", Date.from(letter.at().minus(Duration.ofDays(1)))));

        assertThat(letterOf("pot/p13/1")).isEqualTo(letter);
    }

    @Test
    void manyLargeLettersAreListedWithinAFewMegabytesAndWithoutTheirHeaders() {
        var large = bytes("x".repeat(900_000));
        for (int version = 1; version <= 12; version++) {
            var headers = new HashMap<>(headersOf("pot/p14/" + version, TeaService.POURED, "nora"));
            headers.put("ce_subject", "s".repeat(100_000));
            broker().send(TeaService.TOPIC, "p14", large, headers);
        }
        awaitLetter("pot/p14/12");

        var listed = service.getBean(DeadLetters.class).undecided().stream()
                .filter(letter -> String.valueOf(letter.messageId()).startsWith("pot/p14/"))
                .toList();

        assertThat(listed).hasSize(12);
        assertThat(listed.toString().length()).isLessThan(12 * 1_000);
        var looker = service.getBean(KafkaAccess.class).looker();
        assertThat((int) looker.get("fetch.max.bytes")).isLessThanOrEqualTo(4 << 20);
        assertThat((int) looker.get("max.partition.fetch.bytes")).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void whatWaitsIsCountedAlsoByAServiceThatStartsAfterwards() {
        send("p15", 1, "olaf", "{}");
        awaitLetter("pot/p15/1");

        try (var again = TeaService.start(readModels.connectionString(), broker().bootstrapServers())) {
            var counted = again.getBean(MeterRegistry.class)
                    .get("natter.dead.letters.undecided")
                    .gauge();
            await("the count").atMost(Duration.ofSeconds(30)).until(() -> counted.value() >= 1);
        }
    }

    @Test
    void aRecordWaitsWhileItsDeadLetterTopicIsMissingAndIsNeverSkipped() throws Exception {
        try (var broker = anotherBroker();
                var store = new TestStore();
                var other = TeaService.start(store.connectionString(), broker.bootstrapServers());
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteTopics(List.of(DEAD)).all().get();
            broker.send(TeaService.TOPIC, "p8", bytes("{}"), headersOf("pot/p8/1", TeaService.POURED, "hans"));
            broker.send(TeaService.TOPIC, "p8", bytes(body("hans")), headersOf("pot/p8/2", TeaService.POURED, "hans"));
            var health = other.getBean(MessagingHealth.class);
            await("two failed dead letters")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> (long) health.health().getDetails().get("deadLettersUnsentSinceStart") >= 2);
            assertThat(other.getBean(TeaService.class).handled).isEmpty();

            broker.createTopic(DEAD);

            await("the next record")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> other.getBean(TeaService.class).handled.contains("pot/p8/2"));
            assertThat(broker.read(DEAD)).hasSize(1);
        }
    }

    /** A writer of a later release is met by a reader of this one, with its copy of the contract; then the reader is upgraded. */
    @Test
    void aConstantThatAnOlderReaderDoesNotKnowIsSetAsideAndTakenOnceTheReaderIsUpgraded() {
        try (var broker = anotherBroker();
                var store = new TestStore()) {
            try (var older = knowing("wren", broker, store)) {
                for (var guest : List.of("wren", "piet", "wren")) {
                    var version = broker.read(TeaService.TOPIC).size() + 1;
                    broker.send(
                            TeaService.TOPIC,
                            "p16",
                            bytes(body(guest)),
                            headersOf("pot/p16/" + version, TeaService.POURED, guest));
                }
                await("the one behind it")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> older.getBean(TeaService.class).handled.contains("pot/p16/3"));
            }

            try (var upgraded = knowing("wren\", \"piet", broker, store)) {
                var operations = upgraded.getBean(DeadLetters.class);
                var letters = await("the letter")
                        .atMost(Duration.ofSeconds(30))
                        .until(operations::undecided, found -> !found.isEmpty());
                assertThat(letters).singleElement().satisfies(letter -> {
                    assertThat(letter.messageId()).isEqualTo("pot/p16/2");
                    assertThat(letter.reason()).isEqualTo("UNDECODABLE");
                });

                assertThat(operations.replay(letters.get(0).id())).isTrue();

                assertThat(upgraded.getBean(TeaService.class).handled).contains("pot/p16/2");
                assertThat(operations.undecided()).isEmpty();
                assertThat(upgraded.getBean(MongoOperations.class)
                                .getCollection("guest")
                                .distinct("_id", String.class))
                        .containsExactlyInAnyOrder("wren", "piet");
            }
        }
    }

    private static ConfigurableApplicationContext knowing(String guests, Broker broker, TestStore store) {
        var contract = "{\"properties\": {\"guest\": {\"enum\": [\"" + guests + "\"]}}}";
        return TeaService.application(store.connectionString(), broker.bootstrapServers())
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                MessageSchemas.class,
                                () -> new MessageSchemas(path -> new ByteArrayInputStream(bytes(contract)))))
                .run();
    }

    private DeadLetters showing(int letters) {
        return new DeadLetters(
                service.getBean(KafkaAccess.class),
                service.getBean(Subscriptions.class),
                this::decisions,
                service,
                Clock.systemUTC(),
                letters);
    }

    private static Document decided(DeadLetters.DeadLetter letter) {
        return new Document("_id", letter.id()).append("setAsideAt", Date.from(letter.at()));
    }

    private MongoCollection<Document> decisions() {
        return service.getBean(MongoOperations.class).getCollection("dead_letter_decision");
    }

    private DeadLetters.DeadLetter letterOf(String message) {
        return service.getBean(DeadLetters.class).undecided().stream()
                .filter(one -> message.equals(one.messageId()))
                .findFirst()
                .orElseThrow();
    }

    private void send(String pot, int version, String guest, String body) {
        broker().send(
                        TeaService.TOPIC,
                        pot,
                        bytes(body),
                        headersOf("pot/" + pot + "/" + version, TeaService.POURED, guest));
    }

    private static String body(String guest) {
        return "{\"guest\":\"" + guest + "\",\"at\":\"2026-10-15T16:00:00Z\",\"cupsLeft\":3}";
    }

    private static Map<String, String> headersOf(String id, String type, String subject) {
        return Map.of(
                "ce_id",
                id,
                "ce_type",
                type,
                "ce_subject",
                subject,
                "ce_time",
                "2026-10-15T16:00:00Z",
                "content-type",
                "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private TeaService tea() {
        return service.getBean(TeaService.class);
    }

    private void awaitHandled(String id) {
        await(id).atMost(Duration.ofSeconds(30)).until(() -> tea().handled.contains(id));
    }

    private List<ConsumerRecord<byte[], byte[]>> letters() {
        return broker().read(DEAD);
    }

    private ConsumerRecord<byte[], byte[]> awaitLetter(String id) {
        return await("letter " + id)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> letters().stream()
                                .filter(letter -> id.equals(headers(letter).get("ce_id")))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }
}
