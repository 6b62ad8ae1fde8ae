package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.messaging.TeaService.Pot;
import org.natter.messaging.TeaService.PotDomainEvent;
import org.natter.messaging.TeaService.Warmed;
import org.natter.messaging.kit.TestStore;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** One write, one relay: what must hold when things happen at once or break in between. */
class OutboxTest {

    private final TypedIds ids = TypedIds.of(TeaService.GuestId.class);
    private final List<Relay> relays = new ArrayList<>();
    private final List<String> wire = new CopyOnWriteArrayList<>();
    private TestStore store;
    private MongoClient client;
    private Sender sender = entry -> wire.add(entry.id());

    @BeforeEach
    void open() {
        store = new TestStore();
        client = MongoClients.create(store.connectionString());
    }

    @AfterEach
    void close() {
        relays.forEach(Relay::stop);
        client.close();
        store.close();
    }

    @Test
    void stateVersionAndMessageChangeInOneWrite() {
        var pots = pots(relay());
        pots.create("a", new Pot(2, List.of()), List.of());

        pots.change("a", pot -> TeaService.pour("wren"));

        var pot = document("a");
        assertThat(pot.get("v", Number.class).longValue()).isEqualTo(2);
        assertThat(pot.get("state", Document.class)).containsEntry("cups", 1).containsEntry("served", List.of("wren"));
        assertThat(pot.getList("out", Document.class)).singleElement().satisfies(entry -> {
            assertThat(entry).containsEntry("id", "pot/a/2").containsEntry("subject", "wren");
            assertThat(entry.getString("hash")).hasSize(64);
        });
        assertThat(pots.find("a")).contains(new Pot(1, List.of(new TeaService.GuestId("wren"))));
    }

    @Test
    void nothingDecidedIsNothingWrittenAndPrivateEventsTellNothing() {
        var pots = pots(relay());
        pots.create("a", new Pot(2, List.of()), List.of());

        pots.change("a", pot -> List.of());
        assertThat(document("a").get("v", Number.class).longValue()).isEqualTo(1);

        pots.change("a", pot -> List.of(new Warmed()));
        assertThat(document("a").get("v", Number.class).longValue()).isEqualTo(2);
        assertThat(document("a")).doesNotContainKey("outSince");
        assertThat(pots.change("unknown", pot -> TeaService.pour("wren"))).isEmpty();
    }

    @Test
    void creatingTwiceKeepsTheFirst() {
        var pots = pots(relay());
        pots.create("a", new Pot(2, List.of()), TeaService.pour("wren"));

        var stored = pots.create("a", new Pot(9, List.of()), TeaService.pour("samir"));

        assertThat(stored.cups()).isEqualTo(2);
        assertThat(document("a").getList("out", Document.class)).hasSize(1);
        assertThat(pots.changeOrCreate("b", () -> new Pot(4, List.of()), pot -> TeaService.pour("wren"))
                        .cups())
                .isEqualTo(3);
    }

    @Test
    void aLostRaceDecidesAgainAndNoDecisionIsLost() throws Exception {
        var pots = pots(relay());
        pots.create("a", new Pot(100, List.of()), List.of());
        var threads = Executors.newFixedThreadPool(6);
        try {
            var done = threads.invokeAll(Collections.<Callable<Optional<Pot>>>nCopies(
                    30, () -> pots.change("a", pot -> TeaService.pour("wren"))));
            for (var one : done) {
                assertThat(one.get()).isPresent();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(pots.find("a").orElseThrow().cups()).isEqualTo(70);
        assertThat(document("a").getList("out", Document.class)).hasSize(30);
    }

    @Test
    void aRaceLostTooOftenIsContended() {
        var pots = pots(relay());
        pots.create("a", new Pot(100, List.of()), List.of());
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> pots.change("a", pot -> {
                    tries.incrementAndGet();
                    collection("pot").updateOne(Filters.eq("_id", "a"), new Document("$inc", new Document("v", 1L)));
                    return TeaService.pour("wren");
                }))
                .isInstanceOf(AggregateContended.class);
        assertThat(tries).hasValue(20);
        assertThat(pots.find("a").orElseThrow().cups()).isEqualTo(100);
    }

    @Test
    void severalMessagesOfOneCommandAreNumberedAndNeverAboutOneSubject() {
        var pots = pots(relay());
        pots.create("a", new Pot(5, List.of()), List.of());

        pots.change(
                "a",
                pot -> List.of(
                        TeaService.pour("wren").get(0), TeaService.pour("samir").get(0)));

        assertThat(document("a").getList("out", Document.class))
                .extracting(entry -> entry.getString("id"))
                .containsExactly("pot/a/2.1", "pot/a/2.2");
        assertThatThrownBy(() -> pots.change(
                        "a",
                        pot -> List.of(
                                TeaService.pour("wren").get(0),
                                TeaService.pour("wren").get(0))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(document("a").get("v", Number.class).longValue()).isEqualTo(2);
    }

    @Test
    void messagesAreSentInOrderLoggedAndRemoved() {
        var relay = relay();
        var pots = pots(relay);
        relay.start();
        pots.create("a", new Pot(50, List.of()), List.of());

        for (int i = 0; i < 20; i++) {
            pots.change("a", pot -> TeaService.pour("wren"));
        }

        awaitEmpty("a");
        assertThat(wire).hasSize(20).startsWith("pot/a/2", "pot/a/3").endsWith("pot/a/20", "pot/a/21");
        assertThat(collection("event_log").countDocuments()).isEqualTo(20);
    }

    @Test
    void nothingIsRemovedBeforeTheAcknowledgement() {
        sender = entry -> {
            throw new IllegalStateException("no acknowledgement");
        };
        var relay = relay();
        var pots = pots(relay);
        relay.start();

        pots.create("a", new Pot(50, List.of()), TeaService.pour("wren"));

        await("tried")
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .until(() -> document("a").getList("out", Document.class).size() == 1);
        assertThat(collection("event_log").countDocuments()).isZero();
    }

    @Test
    void aCrashBetweenSendAndRemovalSendsTheSameIdAgain() {
        var crashed = new AtomicInteger();
        sender = entry -> {
            wire.add(entry.id());
            if (crashed.getAndIncrement() == 0) {
                throw new IllegalStateException("halted after the broker had it");
            }
        };
        var relay = relay();
        var pots = pots(relay);
        pots.create("a", new Pot(50, List.of()), TeaService.pour("wren"));

        relay.start();

        awaitEmpty("a");
        assertThat(wire).containsExactly("pot/a/1", "pot/a/1");
        assertThat(collection("event_log").countDocuments()).isEqualTo(1);
    }

    @Test
    void whatIsLoggedButNotRemovedIsNotSentAgain() {
        var relay = relay();
        pots(relay).create("a", new Pot(50, List.of()), TeaService.pour("wren"));
        var waiting = document("a").getList("out", Document.class).get(0);
        var log = new MongoEventLog(() -> collection("event_log"), sender, Clock.systemUTC());
        log.sent(Entry.of("pot/a", waiting));

        relay.start();

        awaitEmpty("a");
        assertThat(wire).isEmpty();
    }

    @Test
    void twoRelaysDoNoHarm() {
        var one = relay();
        var other = relay();
        var pots = pots(one);
        pots(other);
        for (int aggregate = 0; aggregate < 10; aggregate++) {
            pots.create("a" + aggregate, new Pot(50, List.of()), TeaService.pour("wren"));
            for (int i = 0; i < 5; i++) {
                pots.change("a" + aggregate, pot -> TeaService.pour("samir"));
            }
        }

        one.start();
        other.start();

        for (int aggregate = 0; aggregate < 10; aggregate++) {
            awaitEmpty("a" + aggregate);
        }
        assertThat(List.copyOf(new TreeSet<>(wire))).hasSize(60);
        assertThat(collection("event_log").countDocuments()).isEqualTo(60);
    }

    @Test
    void theSameIdWithAnotherBodyStopsThatAggregateOnly() {
        var relay = relay();
        var pots = pots(relay);
        pots.create("a", new Pot(50, List.of()), TeaService.pour("wren"));
        pots.create("b", new Pot(50, List.of()), TeaService.pour("wren"));
        collection("event_log").insertOne(new Document("_id", "pot/a/1").append("hash", "0".repeat(64)));

        relay.start();

        awaitEmpty("b");
        await("fork").until(() -> relay.forks().contains("pot/a"));
        assertThat(wire).containsExactly("pot/b/1");
        assertThat(document("a").getList("out", Document.class)).hasSize(1);
    }

    @Test
    void aLeaseThatItsHolderLeftBehindExpires() {
        var leases = new Leases(
                new GuardedIndex(() -> collection("relay_lease")), Clock.systemUTC(), Duration.ofMillis(300));
        assertThat(leases.acquire("pot/a")).isPresent();
        assertThat(leases.acquire("pot/a")).isEmpty();

        await("expiry")
                .atMost(Duration.ofSeconds(5))
                .until(() -> leases.acquire("pot/a").isPresent());
    }

    private void awaitEmpty(String id) {
        await("outbox of " + id)
                .atMost(Duration.ofSeconds(20))
                .until(() -> !document(id).containsKey("outSince"));
    }

    private Document document(String id) {
        return collection("pot").find(Filters.eq("_id", id)).first();
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase("tea").getCollection(name);
    }

    private static MessagingSettings settings() {
        return new MessagingSettings(
                "natter.tea",
                "/tea-service",
                (short) 1,
                (short) 1,
                true,
                Duration.ofMillis(500),
                Duration.ofMillis(50),
                Duration.ofSeconds(5),
                3,
                20,
                List.of());
    }

    private Relay relay() {
        Sender late = entry -> sender.send(entry);
        var log = new MongoEventLog(() -> collection("event_log"), late, Clock.systemUTC());
        var leases = new Leases(
                new GuardedIndex(() -> collection("relay_lease")),
                Clock.systemUTC(),
                settings().lease());
        var relay = new Relay(late, log, leases, Clock.systemUTC(), settings());
        relays.add(relay);
        return relay;
    }

    private AggregateCollection<Pot, PotDomainEvent> pots(Relay relay) {
        var conversions = MongoConversions.with(ids);
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.afterPropertiesSet();
        return new Outbox(
                        new SimpleMongoClientDatabaseFactory(client, "tea"),
                        converter,
                        new MessageBodies(new TypedIdsJson(ids)),
                        relay,
                        Clock.systemUTC(),
                        settings(),
                        () -> null)
                .collection(TeaService.MAPPING, TeaService.ANNOUNCEMENTS);
    }
}
