package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.Store;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Newest wins, whatever arrives twice, late or at once. */
abstract class GuardedUpsertBody {

    private final String database = "tea-" + UUID.randomUUID();
    private MongoClient client;
    private GuardedUpsert rows;

    abstract Store store();

    @BeforeEach
    void open() {
        client = MongoClients.create(store().connectionString());
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, new MongoMappingContext());
        converter.afterPropertiesSet();
        rows = new Projections(new SimpleMongoClientDatabaseFactory(client, database), converter).into("guest");
    }

    @AfterEach
    void close() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void newerIsAppliedAndOlderOrEqualIsNot() {
        assertThat(rows.write("r", "cup", told("pot", "s", 3), "third")).isEqualTo(Effect.APPLIED);
        assertThat(rows.write("r", "cup", told("pot", "s", 2), "second")).isEqualTo(Effect.ALREADY_NEWER);
        assertThat(rows.write("r", "cup", told("pot", "s", 3), "third")).isEqualTo(Effect.ALREADY_NEWER);
        assertThat(rows.write("r", "cup", told("pot", "s", 4), "fourth")).isEqualTo(Effect.APPLIED);

        assertThat(row("r")).containsEntry("cup", "fourth");
        assertThat(row("r").get("v", Number.class).longValue()).isEqualTo(2);
    }

    @Test
    void aSecondSourceLandsOnAnExistingRowWithALowerVersion() {
        rows.write("r", "cup", told("pot", "s", 40), "tea");

        assertThat(rows.write("r", "plate", told("tin", "s", 1), "biscuit")).isEqualTo(Effect.APPLIED);
        assertThat(rows.write("r", "other.cup", told("pot", "t", 39), "tea")).isEqualTo(Effect.APPLIED);

        assertThat(row("r")).containsEntry("cup", "tea").containsEntry("plate", "biscuit");
    }

    @Test
    void anOlderMessageStillSetsAPathOfItsOwn() {
        rows.write("r", "ended", told("pot", "s", 9), true);

        assertThat(rows.write("r", "cup", told("pot", "s", 2), "tea")).isEqualTo(Effect.APPLIED);
        assertThat(rows.write("r", "ended.why", told("pot", "s", 3), "late")).isEqualTo(Effect.ALREADY_NEWER);
    }

    @Test
    void onlyTheNewerOfSeveralPathsAreSet() {
        rows.write("r", "cup", told("pot", "s", 5), "fifth");

        assertThat(rows.write("r", Map.of("cup", "fourth", "plate", "fourth"), told("pot", "s", 4)))
                .isEqualTo(Effect.APPLIED);

        assertThat(row("r")).containsEntry("cup", "fifth").containsEntry("plate", "fourth");
    }

    @Test
    void theSameVersionWithAnotherBodyIsAForkAndOverwritesNothing() {
        rows.write("r", "cup", told("pot", "s", 5), "tea");
        var fork = new MessageMetadata("pot/a/5", "tea.poured.v1", "pot", "a", 5, "s", Instant.EPOCH, "f".repeat(64));

        assertThatThrownBy(() -> rows.write("r", "cup", fork, "coffee")).isInstanceOf(MessageFork.class);

        assertThat(row("r")).containsEntry("cup", "tea");
    }

    @Test
    void firstWritersAtOnceAllLand() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var writes = Collections.synchronizedList(new ArrayList<Callable<Effect>>());
            for (int i = 0; i < 24; i++) {
                var subject = "s" + i;
                writes.add(() -> rows.write("r", "guests." + subject, told("pot", subject, 1), subject));
            }
            for (var done : threads.invokeAll(writes)) {
                assertThat(done.get()).isEqualTo(Effect.APPLIED);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(row("r").get("guests", Document.class)).hasSize(24);
    }

    @Test
    void ourOwnFieldsAndDollarsAreNoPaths() {
        for (String path : List.of("_id", "v", "src", "src.x", "$set", "a.$b", "a..b", "")) {
            assertThatThrownBy(() -> rows.write("r", path, told("pot", "s", 1), "tea"))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(rows.write("r", "value", told("pot", "s", 1), "tea")).isEqualTo(Effect.APPLIED);
    }

    private Document row(String id) {
        return client.getDatabase(database)
                .getCollection("guest")
                .find(new Document("_id", id))
                .first();
    }

    private static MessageMetadata told(String type, String subject, long version) {
        return new MessageMetadata(
                type + "/a/" + version, "tea.poured.v1", type, "a", version, subject, Instant.EPOCH, "0".repeat(64));
    }
}
