package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.ids.TypedIds;
import org.natter.messaging.kit.Store;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** A state is stored as itself and read back equal, whatever its components are. */
abstract class StoredStatesBody {

    private static final Instant FOUR = Instant.parse("2026-03-05T16:00:00.123Z");
    private static final TypedIds IDS = TypedIds.of(TrayId.class, GuestId.class);

    private final String database = "tea-" + UUID.randomUUID();
    private MongoClient client;

    abstract Store store();

    record TrayId(String value) {}

    record GuestId(String value) {}

    enum Leaf {
        ASSAM,
        MINT {
            @Override
            public boolean isGreen() {
                return true;
            }
        };

        public boolean isGreen() {
            return false;
        }
    }

    public record Cup(GuestId guest, Leaf leaf, @Nullable Instant until) {
        public boolean isFull() {
            return until != null;
        }
    }

    /** A nested thing with an {@code id} of its own, once typed and once a plain text. */
    record Lid(TrayId id, Handle handle) {}

    record Handle(String id, String value) {}

    public record Tray(
            TrayId id,
            GuestId owner,
            Leaf leaf,
            Instant at,
            LocalDateTime opens,
            ZoneId zone,
            Duration steeps,
            List<Cup> cups,
            Set<GuestId> guests,
            Map<GuestId, Cup> cupOf,
            Map<Leaf, List<GuestId>> likedBy,
            Lid lid,
            boolean open,
            int places,
            long obeyed,
            @Nullable String note,
            @Nullable GuestId last) {

        public Tray {
            cups = List.copyOf(cups);
            guests = Set.copyOf(guests);
            cupOf = Map.copyOf(cupOf);
        }

        public boolean isGreen() {
            return leaf.isGreen();
        }

        public Optional<Instant> getNextEnd() {
            return nextEnd();
        }

        Optional<Instant> nextEnd() {
            return cups.stream()
                    .flatMap(cup -> Optional.ofNullable(cup.until()).stream())
                    .min(Instant::compareTo);
        }

        Tray renoted(String words) {
            return new Tray(
                    id, owner, leaf, at, opens, zone, steeps, cups, guests, cupOf, likedBy, lid, open, places, obeyed,
                    words, last);
        }
    }

    sealed interface TrayDomainEvent {
        record Noted(String words) implements TrayDomainEvent {}

        record Relaid(Tray tray) implements TrayDomainEvent {}
    }

    @BeforeEach
    void open() {
        client = MongoClients.create(store().connectionString());
    }

    @AfterEach
    void close() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void aStateComesBackEqual() {
        for (var tray : List.of(laid(), bare())) {
            var id = tray.id().value();
            trays().create(id, tray, List.of());

            assertThat(trays().find(id)).contains(tray);
            assertThat(trays().findAll(List.of(id))).containsExactly(tray);
        }
    }

    @Test
    void itIsStoredUnderTheNamesOfItsComponents() {
        trays().create("t1", laid(), List.of());

        var state = state("t1");
        assertThat(state)
                .containsEntry("owner", "wren")
                .containsEntry("leaf", "MINT")
                .containsEntry("at", Date.from(FOUR))
                .containsEntry("opens", "2026-03-05T16:00")
                .containsEntry("zone", "Europe/London")
                .doesNotContainKeys("note", "last", "green", "nextEnd", "_class");
        assertThat(state.get("cupOf", Document.class).get("wren", Document.class))
                .containsExactly(
                        Map.entry("guest", "wren"), Map.entry("leaf", "MINT"), Map.entry("until", Date.from(FOUR)));
    }

    @Test
    void aFieldBesideTheStateIsComputedAtEachWriteAndFoundByIt() {
        trays().create("t1", laid(), List.of());
        trays().create("t2", bare(), List.of());
        trays().change("t1", tray -> List.of(new TrayDomainEvent.Noted("Hot")));

        assertThat(state("t1"))
                .containsEntry("soonest", Date.from(FOUR))
                .containsEntry("guestsBeside", List.of("wren"));
        assertThat(state("t2")).doesNotContainKey("soonest");
        assertThat(trays().find("t1")).contains(laid().renoted("Hot"));
    }

    @Test
    void writingWhatChangedEqualsWritingItWhole() {
        var chance = new Random(20261127);
        var trays = trays();
        trays.create("changed", laid(), List.of());
        for (int step = 0; step < 150; step++) {
            var next = someTray(chance, trays.find("changed").orElseThrow());
            trays.change("changed", tray -> List.of(new TrayDomainEvent.Relaid(next)));
            trays.create("whole" + step, next, List.of());

            assertThat(state("changed")).as("step %s", step).isEqualTo(state("whole" + step));
            assertThat(trays().find("changed")).as("read anew").contains(next);
        }
    }

    /** The tray with a few of its parts changed, added and taken away. */
    private static Tray someTray(Random chance, Tray tray) {
        var cups = new ArrayList<>(tray.cups());
        if (chance.nextInt(4) == 0 && !cups.isEmpty()) {
            cups.remove(chance.nextInt(cups.size()));
        }
        if (chance.nextBoolean() && !cups.isEmpty()) {
            cups.set(chance.nextInt(cups.size()), someCup(chance));
        }
        for (int more = chance.nextInt(3); more > 0; more--) {
            cups.add(someCup(chance));
        }
        return new Tray(
                tray.id(),
                chance.nextBoolean() ? tray.owner() : new GuestId("guest" + chance.nextInt(9)),
                tray.leaf(),
                tray.at().plusMillis(chance.nextInt(2)),
                tray.opens(),
                tray.zone(),
                tray.steeps(),
                cups,
                chance.nextBoolean() ? tray.guests() : Set.of(new GuestId("guest" + chance.nextInt(9))),
                chance.nextBoolean() ? tray.cupOf() : Map.of(new GuestId("wren"), someCup(chance)),
                tray.likedBy(),
                chance.nextBoolean() ? tray.lid() : new Lid(new TrayId("t" + chance.nextInt(9)), new Handle("y", "")),
                chance.nextBoolean(),
                chance.nextInt(3),
                tray.obeyed() + chance.nextInt(2),
                chance.nextBoolean() ? tray.note() : chance.nextBoolean() ? "note" : null,
                chance.nextBoolean() ? tray.last() : chance.nextBoolean() ? new GuestId("samir") : null);
    }

    private static Cup someCup(Random chance) {
        return new Cup(
                new GuestId("guest" + chance.nextInt(9)),
                chance.nextBoolean() ? Leaf.MINT : Leaf.ASSAM,
                chance.nextBoolean() ? FOUR.plusSeconds(chance.nextInt(9)) : null);
    }

    @Test
    void aFieldBesideTheStateTakesNoComponentsPlace() {
        assertThatThrownBy(() -> mapping().beside("cups", Tray::owner))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cups");
    }

    private static Tray laid() {
        var cup = new Cup(new GuestId("wren"), Leaf.MINT, FOUR);
        return new Tray(
                new TrayId("t1"),
                new GuestId("wren"),
                Leaf.MINT,
                FOUR,
                LocalDateTime.parse("2026-03-05T16:00"),
                ZoneId.of("Europe/London"),
                Duration.ofMinutes(4),
                List.of(cup, new Cup(new GuestId("samir"), Leaf.ASSAM, null)),
                Set.of(new GuestId("wren"), new GuestId("samir")),
                Map.of(new GuestId("wren"), cup),
                Map.of(Leaf.MINT, List.of(new GuestId("wren"))),
                new Lid(new TrayId("507f1f77bcf86cd799439011"), new Handle("507f1f77bcf86cd799439011", "brass")),
                true,
                4,
                1L << 40,
                null,
                null);
    }

    private static Tray bare() {
        return new Tray(
                new TrayId("t2"),
                new GuestId("samir"),
                Leaf.ASSAM,
                FOUR,
                LocalDateTime.parse("2026-03-05T16:00:01"),
                ZoneId.of("Z"),
                Duration.ZERO,
                List.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                new Lid(new TrayId("x"), new Handle("y", "")),
                false,
                0,
                0,
                "",
                new GuestId("wren"));
    }

    private static AggregateMapping<Tray, TrayDomainEvent, Tray> mapping() {
        return AggregateMapping.<Tray, TrayDomainEvent>of(
                        "tray",
                        Tray.class,
                        (tray, event) -> event instanceof TrayDomainEvent.Noted noted
                                ? tray.renoted(noted.words())
                                : ((TrayDomainEvent.Relaid) event).tray())
                .beside("soonest", Tray::nextEnd)
                .beside("guestsBeside", tray -> List.of(tray.owner()));
    }

    private Document state(String id) {
        return client.getDatabase(database)
                .getCollection("tray")
                .find(new Document("_id", id))
                .first()
                .get("state", Document.class);
    }

    private AggregateCollection<Tray, TrayDomainEvent> trays() {
        var conversions = MongoConversions.with(IDS);
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = new MessagingConfiguration().mappingMongoConverter(context, conversions);
        converter.afterPropertiesSet();
        var settings = new MessagingSettings(
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
        var leases = new Leases(
                new GuardedRows(() -> client.getDatabase(database).getCollection("relay_lease")),
                Clock.systemUTC(),
                settings.lease());
        Sender nobody = entry -> {};
        var log = new MongoEventLog(() -> client.getDatabase(database).getCollection("event_log"), Clock.systemUTC());
        return new Outbox(
                        new SimpleMongoClientDatabaseFactory(client, database),
                        converter,
                        new MessageBodies(new TypedIdsJson(IDS)),
                        new Relay(new Delivery(nobody, log), leases, Clock.systemUTC(), settings),
                        new SearchIndexes(1000),
                        Clock.systemUTC(),
                        settings,
                        () -> 0,
                        () -> null)
                .collection(
                        mapping(),
                        Announcements.of(TrayDomainEvent.class, told -> "tray")
                                .keepPrivate(TrayDomainEvent.Noted.class)
                                .keepPrivate(TrayDomainEvent.Relaid.class));
    }
}
