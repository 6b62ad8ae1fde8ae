package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.ids.TypedIds;
import org.natter.messaging.TeaService.Pot;
import org.natter.messaging.TeaService.PotDomainEvent;
import org.natter.messaging.TeaService.Warmed;
import org.natter.messaging.kit.OutboxContract;
import org.natter.messaging.kit.Store;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** The outbox in a store's documents: what every outbox promises, and what is this one's own. */
@ExtendWith(OutputCaptureExtension.class)
abstract class StoredOutboxBody extends OutboxContract {

    private static final String NOBODYS_HASH = "0".repeat(64);

    private final TypedIds ids = TypedIds.of(TeaService.GuestId.class);
    private final String database = "tea-" + UUID.randomUUID();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<Set<String>> read = new CopyOnWriteArrayList<>();
    private final List<Set<String>> together = new CopyOnWriteArrayList<>();
    private final AtomicInteger leasesTaken = new AtomicInteger();
    private Runnable onceUpdated = () -> {};
    private final List<Relay> relays = new ArrayList<>();
    private MongoClient client;

    abstract Store store();

    @BeforeEach
    void open() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store().connectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent command) {
                        if (Set.of("insert", "update", "delete", "findAndModify")
                                .contains(command.getCommandName())) {
                            written.add(command.getCommandName());
                        }
                        if (command.getCommandName().equals("insert")
                                && command.getCommand()
                                        .getString("insert")
                                        .getValue()
                                        .equals("relay_lease")) {
                            leasesTaken.incrementAndGet();
                        }
                        if (command.getCommandName().equals("find")
                                && command.getCommand()
                                        .get("find")
                                        .asString()
                                        .getValue()
                                        .equals("pot")) {
                            read.add(command.getCommand()
                                    .getDocument("projection")
                                    .keySet());
                            var ids = command.getCommand().getDocument("filter").get("_id");
                            if (ids != null && ids.isDocument()) {
                                together.add(ids.asDocument().getArray("$in").stream()
                                        .map(id -> id.asString().getValue())
                                        .collect(Collectors.toSet()));
                            }
                        }
                    }

                    /** On the thread that wrote, before it knows. */
                    @Override
                    public void commandSucceeded(CommandSucceededEvent command) {
                        if (command.getCommandName().equals("update")) {
                            onceUpdated.run();
                        }
                    }
                })
                .build());
    }

    @AfterEach
    void close() {
        relays.forEach(Relay::stop);
        client.getDatabase(database).drop();
        client.close();
    }

    @Override
    protected Office office(Wire wire) {
        var relay = relay(entry -> wire.send(entry.id()));
        var pots = pots(relay);
        return new Office() {
            @Override
            public void create(String pot, int cups) {
                pots.create(pot, new Pot(cups, List.of()), List.of());
            }

            @Override
            public void serve(String pot, IntFunction<List<String>> decision) {
                pots.change(
                        pot,
                        found -> decision.apply(found.cups()).stream()
                                .flatMap(guest -> TeaService.pour(guest).stream())
                                .toList());
            }

            @Override
            public void startRelay() {
                relay.start();
            }

            @Override
            public void stopRelay() {
                relay.stop();
            }

            @Override
            public Set<String> forks() {
                return relay.forks();
            }
        };
    }

    @Override
    protected Stored stored(String pot) {
        var document = document(pot);
        return new Stored(
                document.get("v", Number.class).longValue(),
                document.get("state", Document.class).getInteger("cups"),
                document.getList("out", Document.class).stream()
                        .map(entry -> entry.getString("id"))
                        .toList());
    }

    @Override
    protected Set<String> logged() {
        return collection("event_log")
                .find(Filters.exists("sentAt"))
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.toSet());
    }

    @Override
    protected void logWithAnotherBody(String messageId) {
        collection("event_log").insertOne(new Document("_id", messageId).append("hash", NOBODYS_HASH));
    }

    @Test
    void aCommandIsOneWriteInTheStore() {
        var pots = pots(relay(sent -> {}));
        pots.create("a", new Pot(2, List.of()), TeaService.pour("wren"));
        assertThat(written).containsExactly("insert");
        written.clear();

        pots.change("a", pot -> TeaService.pour("samir"));

        assertThat(written).containsExactly("update");
    }

    @Test
    void anEntryNamesItsSubjectAndTheHashOfItsBytes() {
        var pots = pots(relay(sent -> {}));
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
    void privateEventsTellNothingAndUnknownAggregatesAreEmpty() {
        var pots = pots(relay(sent -> {}));
        pots.create("a", new Pot(2, List.of()), List.of());

        pots.change("a", pot -> List.of(new Warmed()));
        assertThat(document("a").get("v", Number.class).longValue()).isEqualTo(2);
        assertThat(document("a")).doesNotContainKey("outSince");
        assertThat(pots.change("unknown", pot -> TeaService.pour("wren"))).isEmpty();
    }

    @Test
    void creatingTwiceKeepsTheFirst() {
        var pots = pots(relay(sent -> {}));
        pots.create("a", new Pot(2, List.of()), TeaService.pour("wren"));

        var stored = pots.create("a", new Pot(9, List.of()), TeaService.pour("samir"));

        assertThat(stored.cups()).isEqualTo(2);
        assertThat(document("a").getList("out", Document.class)).hasSize(1);
        assertThat(pots.changeOrCreate("b", () -> new Pot(4, List.of()), pot -> TeaService.pour("wren"))
                        .cups())
                .isEqualTo(3);
    }

    @Test
    void aRaceLostTooOftenIsContended() {
        var pots = pots(relay(sent -> {}));
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
    void commandsThatMeetAreDecidedOneAfterAnotherAndWrittenTogether() throws Exception {
        var pots = pots(relay(sent -> {}));
        pots.create("a", new Pot(100, List.of()), List.of());
        written.clear();

        var answers = whileOneIsDecided(
                pots,
                IntStream.range(0, 20)
                        .<Callable<Pot>>mapToObj(guest ->
                                () -> pots.change("a", pot -> TeaService.pour("guest" + guest))
                                        .orElseThrow())
                        .toList());

        assertThat(written).containsExactly("update", "update");
        assertThat(answers)
                .extracting(answer -> answer.get().cups())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(79, 99).boxed().toList());
        assertThat(document("a").getList("out", Document.class))
                .extracting(entry -> entry.getString("id"))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 22)
                        .mapToObj(version -> "pot/a/" + version)
                        .toList());
        assertThat(document("a").get("v", Number.class).longValue()).isEqualTo(22);
    }

    @Test
    void aCommandThatThrowsChangesNothingForTheOthers() throws Exception {
        var pots = pots(relay(sent -> {}));
        pots.create("a", new Pot(100, List.of()), List.of());

        var answers = whileOneIsDecided(
                pots,
                List.of(
                        () -> pots.change("a", pot -> TeaService.pour("wren")).orElseThrow(),
                        () -> pots.change("a", pot -> {
                                    throw new IllegalArgumentException("no tea for you");
                                })
                                .orElseThrow(),
                        () -> pots.change("a", pot -> TeaService.pour("samir")).orElseThrow()));

        assertThat(answers.get(0).get().cups()).isBetween(97, 98);
        assertThatThrownBy(() -> answers.get(1).get()).hasRootCauseMessage("no tea for you");
        assertThat(answers.get(2).get().cups()).isBetween(97, 98);
        assertThat(document("a").get("v", Number.class).longValue()).isEqualTo(4);
    }

    @Test
    void twoProcessesAtOnePotPourNoCupTwice() throws Exception {
        var processes = List.of(pots(relay(sent -> {})), pots(relay(sent -> {})));
        processes.get(0).create("a", new Pot(60, List.of()), List.of());
        var threads = Executors.newFixedThreadPool(8);
        try {
            var poured = threads
                    .invokeAll(IntStream.range(0, 120)
                            .<Callable<Boolean>>mapToObj(guest -> () -> processes
                                    .get(guest % 2)
                                    .change("a", pot -> pot.cups() == 0 ? List.of() : TeaService.pour("guest" + guest))
                                    .orElseThrow()
                                    .served()
                                    .contains(new TeaService.GuestId("guest" + guest)))
                            .toList())
                    .stream()
                    .map(StoredOutboxBody::got)
                    .filter(mine -> mine)
                    .count();

            assertThat(poured).isEqualTo(60);
        } finally {
            threads.shutdownNow();
        }
        assertThat(processes)
                .allSatisfy(pots -> assertThat(pots.find("a").orElseThrow())
                        .satisfies(pot -> assertThat(pot.cups()).isZero())
                        .satisfies(pot -> assertThat(pot.served()).hasSize(60).doesNotHaveDuplicates()));
        assertThat(document("a").getList("out", Document.class))
                .extracting(entry -> entry.getString("id"))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoDecidesNothingHasSeenWhatAnotherProcessWrote() {
        var ours = pots(relay(sent -> {}));
        var theirs = pots(relay(sent -> {}));
        ours.create("a", new Pot(2, List.of()), List.of());
        assertThat(theirs.find("a").orElseThrow().cups()).isEqualTo(2);
        ours.change("a", pot -> TeaService.pour("wren"));

        assertThat(theirs.find("a").orElseThrow().cups()).isEqualTo(1);
        ours.change("a", pot -> TeaService.pour("samir"));
        assertThat(theirs.change("a", pot -> pot.cups() == 0 ? List.of() : TeaService.pour("iona"))
                        .orElseThrow()
                        .served())
                .hasSize(2);
        assertThat(theirs.findAll(List.of("a", "unknown")))
                .singleElement()
                .satisfies(pot -> assertThat(pot.cups()).isZero());
    }

    @Test
    void whatIsRememberedGivesWayToAStoreThatWentBack() {
        var ours = pots(relay(sent -> {}));
        var theirs = pots(relay(sent -> {}));
        ours.create("a", new Pot(9, List.of()), List.of());
        var backup = document("a");
        ours.change("a", pot -> TeaService.pour("wren"));

        collection("pot").replaceOne(Filters.eq("_id", "a"), backup);
        assertThat(ours.find("a").orElseThrow().served()).isEmpty();
        theirs.change("a", pot -> TeaService.pour("samir"));

        assertThat(ours.find("a").orElseThrow().served())
                .as("the same version of another life")
                .containsExactly(new TeaService.GuestId("samir"));

        collection("pot").replaceOne(Filters.eq("_id", "a"), backup);
        assertThat(ours.findAll(List.of("a")))
                .singleElement()
                .satisfies(pot -> assertThat(pot.served()).isEmpty());
        theirs.find("a");
        theirs.change("a", pot -> TeaService.pour("iona"));
        assertThat(ours.find("a").orElseThrow().served()).containsExactly(new TeaService.GuestId("iona"));
    }

    @Test
    void whatIsRememberedIsNotReadAgain() {
        var pots = pots(relay(sent -> {}));
        pots.create("a", new Pot(2, List.of()), List.of());
        read.clear();

        pots.change("a", pot -> TeaService.pour("wren"));
        pots.find("a");

        assertThat(read)
                .singleElement()
                .satisfies(fields -> assertThat(fields).as("the version alone").containsExactly("v"));
    }

    @Test
    void whatIsBeingWrittenIsNotReadAgain() throws Exception {
        var pots = pots(relay(sent -> {}));
        pots.create("a", new Pot(2, List.of()), List.of());
        read.clear();
        var reader = Executors.newSingleThreadExecutor();
        try {
            var found = new AtomicReference<Future<Optional<Pot>>>();
            onceUpdated = () -> {
                onceUpdated = () -> {};
                found.set(reader.submit(() -> pots.find("a")));
                await("it is asked for").until(() -> !read.isEmpty());
            };

            pots.change("a", pot -> TeaService.pour("wren"));

            assertThat(found.get().get().orElseThrow().cups()).isEqualTo(1);
            assertThat(read)
                    .allSatisfy(
                            fields -> assertThat(fields).as("the version alone").containsExactly("v"));
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void severalMessagesOfOneCommandAreNumberedAndNeverAboutOneSubject() {
        var pots = pots(relay(sent -> {}));
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
    void whatIsLoggedButNotRemovedIsNotSentAgain() {
        var wire = new CopyOnWriteArrayList<String>();
        var relay = relay(sent -> wire.add(sent.id()));
        pots(relay).create("a", new Pot(50, List.of()), TeaService.pour("wren"));
        var waiting = document("a").getList("out", Document.class).get(0);
        log().sent(List.of(Entry.of("pot/a", waiting)));

        relay.start();

        awaitEmpty("a");
        assertThat(wire).isEmpty();
    }

    @Test
    void aCrowdThatWaitsIsFewCommands() {
        var wire = new CopyOnWriteArrayList<String>();
        var relay = relay(sent -> wire.add(sent.id()));
        var crowd = crowd(relay, 24);
        written.clear();

        relay.start();
        crowd.forEach(this::awaitEmpty);

        assertThat(wire).hasSize(24);
        assertThat(logged()).containsExactlyInAnyOrderElementsOf(wire);
        assertThat(written).as("alone each of them takes four").hasSizeLessThan(24 * 2);
    }

    @Test
    void oneOfACrowdThatIsAForkHoldsUpNobodyElse() {
        var wire = new CopyOnWriteArrayList<String>();
        var relay = relay(sent -> wire.add(sent.id()));
        var crowd = crowd(relay, 6);
        logWithAnotherBody("pot/" + crowd.get(3) + "/1");

        relay.start();
        crowd.stream().filter(pot -> !pot.equals(crowd.get(3))).forEach(this::awaitEmpty);

        assertThat(wire).hasSize(5);
        await("the fork to be seen")
                .atMost(Duration.ofSeconds(20))
                .until(() -> relay.forks().equals(Set.of("pot/" + crowd.get(3))));
        assertThat(stored(crowd.get(3)).waiting()).hasSize(1);
    }

    @Test
    void aForkIsLeftAloneOnceItIsSeen(CapturedOutput output) {
        var relay = relay(sent -> {});
        var fork = crowd(relay, 1).get(0);
        logWithAnotherBody("pot/" + fork + "/1");
        relay.start();
        await("the fork to be seen")
                .atMost(Duration.ofSeconds(20))
                .until(() -> relay.forks().equals(Set.of("pot/" + fork)));
        read.clear();

        relay.wake("pot", fork);
        await("three looks")
                .atMost(Duration.ofSeconds(20))
                .until(() -> read.stream().filter(Set.of("outSince")::equals).count() >= 3);

        assertThat(output).contains("Fork").doesNotContain("is not sent yet");
        assertThat(read).as("looked at, and not read").containsOnly(Set.of("outSince"));
    }

    @Test
    void whatManyHaveToldGoesInRoundsOfNoMoreThanOneMayHold() {
        var wire = new CopyOnWriteArrayList<String>();
        var relay = relay(sent -> wire.add(sent.id()));
        var pots = pots(relay);
        var talkative = IntStream.range(0, 3).mapToObj(number -> "p" + number).toList();
        for (var name : talkative) {
            pots.create(name, new Pot(500, List.of()), List.of());
            for (int cup = 0; cup < Delivery.KEPT - 50; cup++) {
                pots.change(name, pot -> TeaService.pour("wren"));
            }
        }

        relay.start();
        talkative.forEach(this::awaitEmpty);

        assertThat(wire).hasSize(3 * (Delivery.KEPT - 50)).doesNotHaveDuplicates();
        assertThat(logged()).containsExactlyInAnyOrderElementsOf(wire);
    }

    /** Whoever would come after the lease's half waits for a lease of its own. */
    @Test
    void aCompanyThatTakesLongIsSentWithMoreLeasesThanOne() {
        var time = new AtomicReference<>(Instant.now());
        InstantSource clock = time::get;
        var wire = new CopyOnWriteArrayList<String>();
        var relay = relay(
                sent -> {
                    wire.add(sent.id());
                    time.updateAndGet(now -> now.plus(settings().lease().dividedBy(2)));
                },
                clock.withZone(ZoneOffset.UTC));
        var crowd = crowd(relay, 24);

        relay.start();
        crowd.forEach(this::awaitEmpty);

        assertThat(wire).hasSize(24).doesNotHaveDuplicates();
        assertThat(leasesTaken).as("each time that leases were taken").hasValueGreaterThanOrEqualTo(24);
    }

    @Test
    void oneOfACrowdThatCannotBeSentHoldsUpNobodyElseForLong() {
        var wire = new CopyOnWriteArrayList<String>();
        var away = new AtomicBoolean(true);
        var relay = relay(sent -> {
            if (away.get() && sent.id().startsWith("pot/p2/")) {
                throw new IllegalStateException("too much for the broker");
            }
            wire.add(sent.id());
        });
        var crowd = crowd(relay, 6);

        relay.start();
        crowd.stream().filter(pot -> !pot.equals(crowd.get(2))).forEach(this::awaitEmpty);
        assertThat(stored(crowd.get(2)).waiting()).hasSize(1);
        away.set(false);

        awaitEmpty(crowd.get(2));
        assertThat(wire).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void afterAnOutageACrowdIsFewCommands() {
        var wire = new CopyOnWriteArrayList<String>();
        var outage = new Outage();
        var relay = relay(sent -> outage.tell(sent.id(), wire));
        var crowd = crowd(relay, 40);
        relay.start();
        outage.awaitTriesOf(40);
        written.clear();

        outage.end();
        crowd.forEach(this::awaitEmpty);

        assertThat(wire).hasSize(40).doesNotHaveDuplicates();
        assertThat(written).as("alone each of them takes four").hasSizeLessThan(40 * 2);
    }

    /** Each company that it was in would be held up. */
    @Test
    void oneThatCannotBeSentAfterAnOutageGoesAloneWheneverItIsTried() {
        var wire = new CopyOnWriteArrayList<String>();
        var outage = new Outage();
        var relay = relay(sent -> {
            if (sent.id().startsWith("pot/p7/")) {
                outage.fail(sent.id());
            }
            outage.tell(sent.id(), wire);
        });
        var pots = pots(relay);
        var crowd = crowd(pots, 12);
        relay.start();
        outage.awaitTriesOf(12);
        together.clear();

        outage.end();
        var others = crowd.stream().filter(pot -> !pot.equals("p7")).toList();
        others.forEach(this::awaitEmpty);
        for (int round = 0; round < 4; round++) {
            others.forEach(pot -> pots.change(pot, found -> TeaService.pour("wren")));
            others.forEach(this::awaitEmpty);
        }

        assertThat(wire).hasSize(11 * 5).doesNotHaveDuplicates();
        assertThat(together.stream().filter(ids -> ids.size() > 1 && ids.contains("p7")))
                .as("in company until it is known that others can be sent")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(stored("p7").waiting()).hasSize(1);
    }

    /** A broker that takes nothing for a while. */
    private static final class Outage {

        private final Set<String> tried = ConcurrentHashMap.newKeySet();
        private volatile boolean over;

        void tell(String id, List<String> wire) {
            if (!over) {
                fail(id);
            }
            wire.add(id);
        }

        void fail(String id) {
            tried.add(id);
            throw new IllegalStateException("no acknowledgement");
        }

        void awaitTriesOf(int messages) {
            await("tries of all").atMost(Duration.ofSeconds(20)).until(() -> tried.size() == messages);
        }

        void end() {
            over = true;
        }
    }

    /** Pots that have each told of one cup while nobody carried it. */
    private List<String> crowd(Relay relay, int size) {
        return crowd(pots(relay), size);
    }

    private List<String> crowd(AggregateCollection<Pot, PotDomainEvent> pots, int size) {
        var names = IntStream.range(0, size).mapToObj(number -> "p" + number).toList();
        names.forEach(name -> pots.create(name, new Pot(5, List.of()), TeaService.pour("wren")));
        return names;
    }

    @Test
    void aLeaseThatItsHolderLeftBehindExpires() {
        var leases =
                new Leases(new GuardedRows(() -> collection("relay_lease")), Clock.systemUTC(), Duration.ofMillis(300));
        assertThat(leases.acquire(List.of("pot/a"))).containsOnlyKeys("pot/a");
        assertThat(leases.acquire(List.of("pot/a", "pot/b"))).containsOnlyKeys("pot/b");

        await("expiry")
                .atMost(Duration.ofSeconds(30))
                .until(() -> leases.acquire(List.of("pot/a")).containsKey("pot/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insertMany", "find", "updateOne"})
    void leasesWhoseTakingBreaksOffAreGivenBack(String lost) {
        leftByTheDead("pot/held");
        var rows = losing(lost, collection("relay_lease"));
        var leases = new Leases(new GuardedRows(() -> rows), Clock.systemUTC(), Duration.ofMinutes(1));

        assertThatThrownBy(() -> leases.acquire(List.of("pot/a", "pot/held", "pot/b")))
                .isInstanceOf(MongoException.class);

        assertThat(leases.acquire(List.of("pot/a", "pot/held", "pot/b")))
                .containsOnlyKeys("pot/a", "pot/held", "pot/b");
    }

    /** No lease runs out while the clock stands still. */
    @Test
    void aCrowdWhoseLeasesBreakOffIsSentWithoutWaitingForTheirEnd() {
        var wire = new CopyOnWriteArrayList<String>();
        var rows = losing("find", collection("relay_lease"));
        var relay = relay(sent -> wire.add(sent.id()), Clock.fixed(Instant.now(), ZoneOffset.UTC), () -> rows);
        var crowd = crowd(relay, 12);
        leftByTheDead("pot/" + crowd.get(6));

        relay.start();
        crowd.forEach(this::awaitEmpty);

        assertThat(wire).hasSize(12).doesNotHaveDuplicates();
    }

    private void leftByTheDead(String aggregate) {
        collection("relay_lease")
                .insertOne(new Document("_id", aggregate)
                        .append("v", 1L)
                        .append("until", Date.from(Instant.now().minusSeconds(60))));
    }

    /** The rows; what the first command of this name has done is done, and its answer says that nobody knows. */
    @SuppressWarnings("unchecked")
    private static MongoCollection<Document> losing(String command, MongoCollection<Document> rows) {
        var lost = new AtomicBoolean();
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                StoredOutboxBody.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(rows, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals(command) && lost.compareAndSet(false, true)) {
                            throw unconfirmed();
                        }
                    }
                });
    }

    /** As a replica set answers that could not write to most of its members in time. */
    private static MongoException unconfirmed() {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(),
                new WriteConcernError(
                        64, "WriteConcernFailed", "waiting for replication timed out", new BsonDocument()),
                new ServerAddress(),
                Set.of());
    }

    @Test
    void whatDeadHoldersLeftBehindIsGoneAfterAStart() {
        var rows = collection("relay_lease");
        var now = Instant.now();
        rows.insertOne(new Document("_id", "pot/long-ago")
                .append("v", 1L)
                .append("until", Date.from(now.minus(Duration.ofDays(1)))));
        rows.insertOne(new Document("_id", "pot/now").append("v", 1L).append("until", Date.from(now.plusSeconds(60))));

        relay(sent -> {}).start();

        await("the old one to go")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(rows.find().map(row -> row.getString("_id"))).containsExactly("pot/now"));
    }

    /** Lets commands gather while another is being decided, and gives what came of them. */
    private static List<Future<Pot>> whileOneIsDecided(
            AggregateCollection<Pot, PotDomainEvent> pots, List<Callable<Pot>> commands) throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var waiting = new CopyOnWriteArrayList<Thread>();
        var threads = Executors.newFixedThreadPool(commands.size() + 1, work -> {
            var thread = new Thread(work);
            waiting.add(thread);
            return thread;
        });
        try {
            var first = threads.submit(() -> pots.change("a", pot -> {
                begun.countDown();
                got(go);
                return TeaService.pour("first");
            }));
            begun.await();
            var answers = commands.stream().map(threads::submit).toList();
            await("all of them wait")
                    .until(() -> waiting.size() == commands.size() + 1
                            && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
            go.countDown();
            first.get();
            for (var answer : answers) {
                await("an answer").until(answer::isDone);
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void got(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static <T> T got(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
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
        return client.getDatabase(database).getCollection(name);
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
                8,
                0,
                "",
                Duration.ofSeconds(10),
                List.of());
    }

    private MongoEventLog log() {
        return new MongoEventLog(() -> collection("event_log"), Clock.systemUTC());
    }

    private Relay relay(Sender sender) {
        return relay(sender, Clock.systemUTC());
    }

    private Relay relay(Sender sender, Clock clock) {
        return relay(sender, clock, () -> collection("relay_lease"));
    }

    private Relay relay(Sender sender, Clock clock, Supplier<MongoCollection<Document>> leased) {
        var leases = new Leases(new GuardedRows(leased), clock, settings().lease());
        var relay = new Relay(new Delivery(sender, log()), leases, clock, settings());
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
                        new SimpleMongoClientDatabaseFactory(client, database),
                        converter,
                        new MessageBodies(new TypedIdsJson(ids)),
                        relay,
                        new SearchIndexes(1000),
                        Clock.systemUTC(),
                        settings(),
                        () -> 0,
                        () -> null)
                .collection(TeaService.MAPPING, TeaService.ANNOUNCEMENTS);
    }
}
