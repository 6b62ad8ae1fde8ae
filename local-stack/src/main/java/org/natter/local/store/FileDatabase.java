package org.natter.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One database: a map of documents for each collection, a map of keys for each index. */
final class FileDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    private static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";
    private static final Set<String> UNCHANGING = Set.of("$match", "$skip", "$limit", "$group", "$project");

    private final MVStore file;

    FileDatabase(String name, MVStore file, CursorRegistry cursors) {
        super(name, cursors);
        this.file = file;
        initializeNamespacesAndIndexes();
    }

    /** The names of the databases in the file. */
    static List<String> names(MVStore file) {
        return file.getMapNames().stream()
                .filter(map -> map.startsWith(DOCUMENTS))
                .map(map -> map.substring(DOCUMENTS.length(), map.indexOf('.', DOCUMENTS.length())))
                .distinct()
                .toList();
    }

    static MVMap<List<Object>, Document> documents(MVStore file, String namespace) {
        return file.openMap(
                DOCUMENTS + namespace,
                new MVMap.Builder<List<Object>, Document>()
                        .keyType(KeyType.INSTANCE)
                        .valueType(DocumentType.INSTANCE));
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equalsIgnoreCase("aggregate")
                && resolveCollection(String.valueOf(query.get(command)), false) instanceof FileCollection collection
                && query.get("pipeline") instanceof Collection<?> stages
                && stages.stream().findFirst().orElse(null) instanceof Document first
                && first.get("$match") instanceof Document match) {
            var counted = IndexCount.of(stages)
                    .flatMap(collection::counted)
                    .or(() -> MatchCount.of(stages).flatMap(collection::counted));
            if (counted.isPresent()) {
                return answer(getFullCollectionNamespace(collection.getCollectionName()), counted.get());
            }
            return collection.aggregating(
                    match,
                    changesNothing(stages),
                    () -> super.handleCommand(channel, command, query, databases, oplog));
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    private static Document answer(String namespace, List<Document> all) {
        var cursor = new Document("id", 0L).append("ns", namespace).append("firstBatch", all);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    /** Whether the stages leave what they are given as it is, as those do by which drivers count. */
    private static boolean changesNothing(Collection<?> stages) {
        return stages.stream().allMatch(stage -> stage instanceof Document one && UNCHANGING.containsAll(one.keySet()));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new FileCollection(
                this, name, options, cursorRegistry, documents(file, getFullCollectionNamespace(name)));
    }

    /** What begins with the {@code _id} is unique without an index of its own. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (!keys.get(0).getKey().equals("_id")) {
            return new FieldIndex(name, keys, sparse, true, keys(collection, name), "_id");
        }
        return keys.size() == 1
                ? new IdIndex(name, keys, documents(file, getFullCollectionNamespace(collection)))
                : new EmptyIndex<>(name, keys);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new FieldIndex(name, keys, sparse, false, keys(collection, name), "_id");
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        super.dropIndex(collection, name);
        file.removeMap(INDEX + collection.getFullName() + "." + name);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        file.removeMap(DOCUMENTS + getFullCollectionNamespace(name));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        file.getMapNames().stream()
                .filter(map ->
                        map.startsWith(DOCUMENTS + databaseName + ".") || map.startsWith(INDEX + databaseName + "."))
                .toList()
                .forEach(file::removeMap);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String to) {
        throw new UnsupportedOperationException("This store renames no collections.");
    }

    @Override
    protected long getStorageSize() {
        return file.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    private MVMap<List<Object>, Boolean> keys(String collection, String name) {
        return file.openMap(
                INDEX + getFullCollectionNamespace(collection) + "." + name,
                new MVMap.Builder<List<Object>, Boolean>().keyType(KeyType.INSTANCE));
    }
}
