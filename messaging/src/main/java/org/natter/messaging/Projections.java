package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Gives read models their guarded collections.
 *
 * <p>Guarantee: whatever one of its collections is told within a batch is held back together, for the one thread that hears it.
 */
public final class Projections {

    private final MongoDatabaseFactory store;
    private final MongoConverter converter;
    private final HeldWrites held = new HeldWrites();

    Projections(MongoDatabaseFactory store, MongoConverter converter) {
        this.store = store;
        this.converter = converter;
    }

    /** Guarded writes into one collection. Readers use {@code MongoOperations} on the same collection, by {@code _id}. */
    public GuardedUpsert into(String collection) {
        return new GuardedUpsert(new GuardedRows(rows(collection)), converter, held);
    }

    /** The same for a read model about subjects with many members; it reads too. */
    public SpreadRows spread(String collection) {
        return new SpreadRows(into(collection), rows(collection), converter, held);
    }

    HeldWrites held() {
        return held;
    }

    private Supplier<MongoCollection<Document>> rows(String collection) {
        return () -> store.getMongoDatabase().getCollection(collection);
    }
}
