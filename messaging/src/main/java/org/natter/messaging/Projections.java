package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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
        return into(collection, null);
    }

    /** The same for a read model about subjects with many members; it reads too. */
    public SpreadRows spread(String collection) {
        return spread(collection, null);
    }

    /**
     * Collections that can be built anew together while people read them.
     *
     * @param wordAtStart a word at which they are, once for each; empty for not
     */
    public ReadModel readModel(String name, String wordAtStart) {
        return new ReadModel(name, wordAtStart, this::rows, this);
    }

    HeldWrites held() {
        return held;
    }

    GuardedUpsert into(String collection, @Nullable ReadModel model) {
        Supplier<List<String>> targets = () -> model == null ? List.of(collection) : model.writing(collection);
        return new GuardedUpsert(targets, name -> new GuardedRows(() -> rows(name)), converter, held);
    }

    SpreadRows spread(String collection, @Nullable ReadModel model) {
        return new SpreadRows(
                into(collection, model),
                () -> rows(model == null ? collection : model.present(collection)),
                converter,
                held);
    }

    private MongoCollection<Document> rows(String collection) {
        return store.getMongoDatabase().getCollection(collection);
    }
}
