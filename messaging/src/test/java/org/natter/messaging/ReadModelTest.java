package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.ids.TypedIds;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Two collections are built anew beside those that are read. */
@ExtendWith(OutputCaptureExtension.class)
class ReadModelTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final String database = "tea-" + UUID.randomUUID();
    private MongoClient client;
    private ReadModel teas;
    private GuardedUpsert guests;
    private SpreadRows rooms;

    record Room(String id, @Nullable String title) {}

    @BeforeEach
    void open() {
        client = MongoClients.create(STORE.connectionString());
        teas = readModel("");
        guests = teas.into("guest");
        rooms = teas.spread("room");
    }

    private ReadModel readModel(String wordAtStart) {
        return projections(client).readModel("teas", wordAtStart);
    }

    /** In another process, in which something else happens as it looks into the store for that many'th time. */
    private ReadModel elsewhere(String wordAtStart, int look, Runnable meanwhile) {
        var looks = new AtomicInteger();
        var model = new ReadModel(
                "teas",
                wordAtStart,
                name -> {
                    if (looks.incrementAndGet() == look) {
                        meanwhile.run();
                    }
                    return client.getDatabase(database).getCollection(name);
                },
                projections(client));
        model.into("guest");
        model.spread("room");
        return model;
    }

    private Projections projections(MongoClient client) {
        var conversions = MongoConversions.with(TypedIds.of());
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = new MessagingConfiguration().mappingMongoConverter(context, conversions);
        converter.afterPropertiesSet();
        return new Projections(new SimpleMongoClientDatabaseFactory(client, database), converter);
    }

    @AfterEach
    void close() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void theOldOnesAreReadUntilTheNewOnesHoldAllThatTheyDo() {
        hear("Riverside", 1, 2);

        assertThat(teas.buildAnew("november", NOW)).isTrue();
        guests.write("wren", "cups", told("wren", 1), 12);
        assertThat(read()).isEqualTo("Riverside 2");
        assertThat(teas.advance(NOW)).as("the room is not told again yet").isEmpty();
        assertThat(read()).isEqualTo("Riverside 2");

        rooms.write("e1", "title", told("e1", 1), "Waterside");
        assertThat(read()).isEqualTo("Riverside 2");
        assertThat(teas.advance(NOW.plusSeconds(4))).contains(new ReadModel.Rebuilt(2, 2, Duration.ofSeconds(4)));
        assertThat(read()).isEqualTo("Waterside 12");
        assertThat(teas.isAsked(NOW)).isFalse();
        assertThat(teas.advance(NOW)).as("nothing is being built any more").isEmpty();
    }

    @Test
    void anOlderMessageIsNotEnough() {
        hear("Riverside", 2, 2);
        teas.buildAnew("november", NOW);

        hear("Riverside", 1, 1);
        assertThat(teas.advance(NOW)).isEmpty();

        hear("Riverside", 2, 2);
        assertThat(teas.advance(NOW)).isPresent();
    }

    @Test
    void whatIsNewsMeanwhileIsInBoth() {
        hear("Riverside", 1, 2);
        teas.buildAnew("november", NOW);

        hear("Corn Hall", 3, 5);
        assertThat(read()).isEqualTo("Corn Hall 5");
        assertThat(teas.advance(NOW)).isPresent();
        assertThat(read()).isEqualTo("Corn Hall 5");
    }

    @Test
    void whoeverIsReadingEndsWithWhatTheyBeganWith() {
        hear("Riverside", 1, 2);
        teas.buildAnew("november", NOW);
        guests.write("wren", "cups", told("wren", 1), 12);
        rooms.write("e1", "title", told("e1", 1), "Waterside");

        var read = teas.whole(() -> {
            var title = title();
            assertThat(teas.advance(NOW)).isPresent();
            return title + " " + cups();
        });

        assertThat(read).isEqualTo("Riverside 2");
        assertThat(teas.whole(() -> title() + " " + cups())).isEqualTo("Waterside 12");
    }

    @Test
    void itIsAskedForOnceByEachWordAlsoAfterARestart() {
        hear("Riverside", 1, 2);
        assertThat(teas.buildAnew("november", NOW)).isTrue();

        var again = readModel("november");
        again.into("guest");
        again.spread("room");
        assertThat(again.advance(NOW)).isEmpty();
        assertThat(again.isBeingBuilt()).isTrue();
        hear("Riverside", 1, 2);
        assertThat(again.advance(NOW)).isPresent();
        assertThat(again.isAsked(NOW)).isFalse();
        assertThat(again.buildAnew("december", NOW)).isTrue();
    }

    @Test
    void theSecondTimeItGoesTheOtherWay() {
        hear("Riverside", 1, 2);
        for (var word : List.of("november", "december", "january")) {
            teas.buildAnew(word, NOW);
            assertThat(teas.advance(NOW)).isEmpty();
            hear("Riverside", 1, 2);
            assertThat(teas.advance(NOW)).isPresent();
            assertThat(read()).isEqualTo("Riverside 2");
        }
    }

    @Test
    void whoeverAsksTooLateTakesNothingAway() {
        hear("Riverside", 1, 2);
        var late = elsewhere("november", 2, () -> {
            teas.buildAnew("november", NOW);
            hear("Riverside", 1, 2);
        });

        assertThat(late.advance(NOW)).as("all was heard again").isPresent();
        assertThat(read()).isEqualTo("Riverside 2");
    }

    @Test
    void whoeverAsksWhileItIsSwitchedBuildsWhatIsNotRead() {
        hear("Riverside", 1, 2);
        var late = elsewhere("", 2, () -> {
            teas.buildAnew("november", NOW);
            hear("Riverside", 1, 2);
            teas.advance(NOW);
        });

        assertThat(late.buildAnew("december", NOW)).isTrue();
        assertThat(read()).isEqualTo("Riverside 2");
        assertThat(late.advance(NOW)).as("nothing is heard again yet").isEmpty();
        hear("Corn Hall", 2, 3);
        assertThat(late.advance(NOW)).isPresent();
        assertThat(read()).isEqualTo("Corn Hall 3");
    }

    @Test
    void aRowOfAReleaseThatHadTwoSetsGoesOn() {
        var store = client.getDatabase(database);
        store.getCollection("read_model")
                .insertOne(new Document("_id", "teas")
                        .append("v", 3L)
                        .append("second", true)
                        .append("building", true)
                        .append("word", "november")
                        .append("begunAt", Date.from(NOW)));
        hear("Riverside", 1, 2);

        assertThat(teas.buildAnew("november", NOW)).isFalse();
        assertThat(teas.present("guest")).isEqualTo("guest_2");
        assertThat(store.getCollection("guest").countDocuments()).isOne();
        assertThat(teas.advance(NOW)).isPresent();
        assertThat(teas.present("guest")).isEqualTo("guest");
        assertThat(read()).isEqualTo("Riverside 2");
    }

    @Test
    void anOlderWordAsksNothingAgainEither() {
        hear("Riverside", 1, 2);
        for (var word : List.of("november", "december")) {
            teas.buildAnew(word, NOW);
            hear("Riverside", 1, 2);
            teas.advance(NOW);
        }

        assertThat(teas.buildAnew("november", NOW)).isFalse();
        assertThat(readModel("november").advance(NOW)).isEmpty();
        assertThat(teas.isBeingBuilt()).isFalse();
    }

    @Test
    void aWriteThatStallsWhileItIsBuiltAnewIsInTheNewOnes() {
        hear("Riverside", 1, 2);
        try (var slow = stallingAt("guest", this::builtAnew)) {
            var theirs = projections(slow).readModel("teas", "").into("guest");
            assertThat(theirs.write("wren", "cups", told("wren", 2), 5)).isEqualTo(Effect.APPLIED);
        }
        assertThat(teas.present("guest")).isEqualTo("guest_2");
        assertThat(read()).isEqualTo("Riverside 5");
    }

    @Test
    void soIsABatchThatStalls() {
        hear("Riverside", 1, 2);
        try (var slow = stallingAt("guest", this::builtAnew)) {
            var projections = projections(slow);
            var theirs = projections.readModel("teas", "").into("guest");
            var batch = projections.held().begin();
            theirs.write("wren", "cups", told("wren", 2), 5);
            assertThat(batch.write().of(0)).isEqualTo(Effect.APPLIED);
        }
        assertThat(teas.present("guest")).isEqualTo("guest_2");
        assertThat(read()).isEqualTo("Riverside 5");
    }

    /** A store may gather all that a question matches, however few of its rows are looked at: years of histories each second. */
    @Test
    void theFirstFactThatLacksIsLookedForAFewRowsAtATime() {
        for (var number = 0; number < 1_100; number++) {
            guests.write("guest" + number, "cups", told("guest" + number, 1), 1);
        }
        teas.buildAnew("november", NOW);
        var unlimited = new AtomicInteger();
        var asked = new AtomicInteger();
        try (var counted = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(STORE.connectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("find")
                                && event.getCommand()
                                        .getString("find")
                                        .getValue()
                                        .startsWith("guest")) {
                            asked.incrementAndGet();
                            var byName =
                                    event.getCommand().getDocument("filter").get("_id");
                            var isLimited = event.getCommand().containsKey("limit")
                                    || byName != null
                                            && byName.isDocument()
                                            && byName.asDocument().containsKey("$in");
                            unlimited.addAndGet(isLimited ? 0 : 1);
                        }
                    }
                })
                .build())) {
            var model = projections(counted).readModel("teas", "");
            model.into("guest");

            assertThat(model.advance(NOW)).isEmpty();
            assertThat(asked).hasValue(2);

            for (var number = 0; number < 1_100; number++) {
                guests.write("guest" + number, "cups", told("guest" + number, 1), 1);
            }
            assertThat(model.advance(NOW)).contains(new ReadModel.Rebuilt(1_100, 1_100, Duration.ZERO));
            assertThat(unlimited).hasValue(0);
        }
    }

    private void builtAnew() {
        teas.buildAnew("november", NOW);
        hear("Riverside", 1, 2);
        assertThat(teas.advance(NOW)).isPresent();
    }

    /** A client that does something else before it first looks into a collection. */
    private static MongoClient stallingAt(String collection, Runnable meanwhile) {
        var once = new AtomicBoolean();
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(STORE.connectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("find")
                                && event.getCommand()
                                        .getString("find")
                                        .getValue()
                                        .equals(collection)
                                && once.compareAndSet(false, true)) {
                            meanwhile.run();
                        }
                    }
                })
                .build());
    }

    @Test
    void whileTheSameFactLacksItIsLookedForLessAndLessOften(CapturedOutput said) {
        hear("Riverside", 1, 2);
        var looks = new AtomicInteger();
        var model = new ReadModel(
                "teas",
                "november",
                name -> {
                    looks.addAndGet(name.equals("guest_2") ? 1 : 0);
                    return client.getDatabase(database).getCollection(name);
                },
                projections(client));
        model.into("guest");
        model.spread("room");

        for (var second = 0; second < 200; second++) {
            model.look(NOW);
        }
        assertThat(looks).as("at 1, 2, 4, 8, 16, 32, 64, 124 and 184").hasValue(9);
        assertThat(model.lacking()).contains("guest: " + told("wren", 1).source() + " cups, version 1");
        assertThat(model.isBeingBuilt()).isTrue();

        for (var second = 200; second < 250; second++) {
            model.look(NOW);
        }
        assertThat(said.getAll())
                .as("after four minutes")
                .contains("the new ones lack guest: " + told("wren", 1).source() + " cups, version 1");

        hear("Riverside", 1, 2);
        for (var second = 0; second < 60; second++) {
            model.look(NOW);
        }
        assertThat(model.isBeingBuilt()).isFalse();
        assertThat(model.lacking()).isEmpty();
        assertThat(said.getAll())
                .containsPattern("teas were built anew: \\d+ rows, \\d+ facts in \\d+ s, [\\d,.]+ a second");
    }

    @Test
    void whatSomethingNewerAroundItHasReplacedDoesNotLack() {
        guests.write("wren", "cup.size", told("wren", 1), 3);
        guests.write("wren", "cup", told("wren", 2), "of tea");
        teas.buildAnew("november", NOW);

        guests.write("wren", "cup", told("wren", 2), "of tea");
        assertThat(guests.write("wren", "cup.size", told("wren", 1), 3)).isEqualTo(Effect.ALREADY_NEWER);
        assertThat(teas.advance(NOW)).isPresent();
    }

    @Test
    void theOldOnesAreDroppedAnHourAfterTheSwitch() {
        hear("Riverside", 1, 2);
        builtAnew();
        var store = client.getDatabase(database);

        var before = NOW.plus(Duration.ofHours(1)).minusSeconds(1);
        assertThat(teas.isAsked(before)).isFalse();
        teas.advance(before);
        assertThat(store.listCollectionNames()).contains("guest", "room");

        assertThat(teas.isAsked(NOW.plus(Duration.ofHours(1)))).isTrue();
        teas.advance(NOW.plus(Duration.ofHours(1)));
        assertThat(store.listCollectionNames()).doesNotContain("guest", "room").contains("guest_2", "room_2");
        assertThat(teas.isAsked(NOW.plus(Duration.ofHours(2)))).isFalse();
        assertThat(read()).isEqualTo("Riverside 2");
    }

    private void hear(String title, long version, int cups) {
        rooms.write("e1", "title", told("e1", version), title);
        guests.write("wren", "cups", told("wren", version), cups);
    }

    private String read() {
        return title() + " " + cups();
    }

    private @Nullable String title() {
        return rooms.read("e1", Room.class).map(Room::title).orElse("nowhere");
    }

    private int cups() {
        var row = client.getDatabase(database)
                .getCollection(teas.present("guest"))
                .find()
                .first();
        return row == null ? 0 : row.getInteger("cups");
    }

    private static MessageMetadata told(String subject, long version) {
        return SpreadRowsBody.told(subject, version);
    }
}
