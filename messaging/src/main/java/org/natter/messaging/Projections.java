package org.natter.messaging;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Gives read models their guarded collections.
 *
 * <p>Guarantee: the unique index on {@code {_id, v}} stands before a collection's first write.
 */
public final class Projections {

    private final MongoDatabaseFactory store;
    private final MongoConverter converter;

    Projections(MongoDatabaseFactory store, MongoConverter converter) {
        this.store = store;
        this.converter = converter;
    }

    /** Guarded writes into one collection. Readers use {@code MongoOperations} on the same collection, by {@code _id}. */
    public GuardedUpsert into(String collection) {
        return new GuardedUpsert(new GuardedIndex(() -> store.getMongoDatabase().getCollection(collection)), converter);
    }
}
