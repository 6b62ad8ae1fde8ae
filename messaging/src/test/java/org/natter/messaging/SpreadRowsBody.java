package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Many rows are written and one view is read. */
abstract class SpreadRowsBody {

    private static final TypedIds IDS = TypedIds.of(GuestId.class);

    private final String database = "tea-" + UUID.randomUUID();
    private MongoClient client;
    private SpreadRows rooms;

    abstract Store store();

    record GuestId(String value) {}

    record Facts(String title) {}

    record Cup(int sugars) {}

    record Seat(@Nullable Cup cup, @Nullable Boolean here) {}

    /** The whole view; a map is absent while nothing was said. */
    record Room(
            String id,
            @Nullable Facts facts,
            @Nullable Map<GuestId, Seat> guests,
            @Nullable Map<GuestId, Boolean> asked) {}

    @BeforeEach
    void open() {
        client = MongoClients.create(store().connectionString());
        var conversions = MongoConversions.with(IDS);
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = new MessagingConfiguration().mappingMongoConverter(context, conversions);
        converter.afterPropertiesSet();
        rooms = new Projections(new SimpleMongoClientDatabaseFactory(client, database), converter).spread("room");
    }

    @AfterEach
    void close() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void whatIsSaidOfManyMembersIsReadAsOneView() {
        rooms.write("e1", "facts", told("e1", 1), new Facts("Riverside"));
        for (String guest : List.of("aa", "ab", "bb")) {
            rooms.write("e1", guest, "guests." + guest + ".cup", told(guest, 1), new Cup(2));
        }
        rooms.write("e1", "aa", "guests.aa.here", told("aa", 2), true);
        rooms.write("e1", "bb", "asked.bb", told("bb", 2), true);
        rooms.write("e2", "aa", "asked.aa", told("aa", 3), true);

        assertThat(rooms.read("e1", Room.class))
                .contains(new Room(
                        "e1",
                        new Facts("Riverside"),
                        Map.of(
                                new GuestId("aa"), new Seat(new Cup(2), true),
                                new GuestId("ab"), new Seat(new Cup(2), null),
                                new GuestId("bb"), new Seat(new Cup(2), null)),
                        Map.of(new GuestId("bb"), true)));
        assertThat(rooms.read(List.of("e2", "e1", "e3"), Room.class)).containsOnlyKeys("e1", "e2");
        assertThat(rooms.read(List.of(), Room.class)).isEmpty();
    }

    @Test
    void membersLieInSixteenRowsAndTheSubjectInItsOwn() {
        rooms.write("e1", "facts", told("e1", 1), new Facts("Riverside"));
        for (int member = 0; member < 64; member++) {
            var id = "%02x".formatted(member);
            rooms.write("e1", id, "asked." + id, told(id, 1), true);
        }

        assertThat(ids()).hasSize(17).contains("e1", "e1/0", "e1/f");
    }

    @Test
    void oneMemberOrTheSubjectAloneIsReadWithoutTheOthers() {
        rooms.write("e1", "facts", told("e1", 1), new Facts("Riverside"));
        for (String guest : List.of("aa", "ba", "bb")) {
            rooms.write("e1", guest, "guests." + guest + ".cup", told(guest, 1), new Cup(1));
            rooms.write("e1", guest, "asked." + guest, told(guest, 2), true);
        }

        assertThat(rooms.readAlone("e1", Room.class)).contains(new Room("e1", new Facts("Riverside"), null, null));
        assertThat(rooms.readMembers("e1", List.of("aa", "bb", "cc"), List.of("guests"), Room.class))
                .contains(new Room(
                        "e1",
                        null,
                        Map.of(
                                new GuestId("aa"), new Seat(new Cup(1), null),
                                new GuestId("bb"), new Seat(new Cup(1), null)),
                        null));
        assertThat(rooms.readMembers("e1", List.of(), List.of("guests"), Room.class))
                .isEmpty();
        assertThat(rooms.readAlone("e2", Room.class)).isEmpty();
    }

    @Test
    void anOlderWordChangesNothing() {
        rooms.write("e1", "aa", "asked.aa", told("aa", 2), true);

        assertThat(rooms.write("e1", "aa", "asked.aa", told("aa", 1), false)).isEqualTo(Effect.ALREADY_NEWER);
    }

    @Test
    void anIdThatCannotBeSpreadIsRefused() {
        for (String member : List.of("", "az", "a/b")) {
            assertThatThrownBy(() -> rooms.write("e1", member, "asked.aa", told("aa", 1), true))
                    .as(member)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> rooms.write("e/1", "facts", told("e1", 1), new Facts("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> ids() {
        return client.getDatabase(database)
                .getCollection("room")
                .find()
                .map((Document row) -> row.getString("_id"))
                .into(new ArrayList<>());
    }

    static MessageMetadata told(String subject, long version) {
        return new MessageMetadata(
                "pot/a/" + version,
                "tea.poured.v1",
                "pot",
                "a",
                version,
                subject,
                Instant.EPOCH,
                "%064d".formatted(version));
    }
}
