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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One database: a map of documents for each collection, a map of keys for each index. */
final class FileDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    private static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";
    private static final Set<String> UNCHANGING = Set.of("$match", "$skip", "$limit", "$group", "$project");

    private static final String COMPLETE = "complete.";

    private final MVStore file;

    /** The maps of those indexes that were given all documents there were as they were made. */
    private final MVMap<String, Boolean> complete;

    private final boolean isEarlier;
    private final List<String> opened = new ArrayList<>();

    FileDatabase(String name, MVStore file, CursorRegistry cursors) {
        super(name, cursors);
        this.file = file;
        this.isEarlier = !file.hasMap(COMPLETE + name);
        this.complete = file.openMap(COMPLETE + name);
        initializeNamespacesAndIndexes();
        noteComplete();
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
            return index(collection, name, keys, sparse, true);
        }
        return keys.size() == 1
                ? new IdIndex(name, keys, documents(file, getFullCollectionNamespace(collection)))
                : new NothingKept(name, keys);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return index(collection, name, keys, sparse, false);
    }

    /** As one was made the library gives it all documents there are: only then is it complete, whatever breaks off before. */
    @Override
    protected void addIndex(Document description) {
        opened.clear(); // one that could not be made is not
        super.addIndex(description);
        noteComplete();
    }

    private void noteComplete() {
        opened.stream().filter(map -> !complete.containsKey(map)).forEach(map -> complete.put(map, true));
        opened.clear();
    }

    /** An earlier release did not note which were complete: those that have keys are. */
    private FieldIndex index(String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        var map = indexMap(collection, name);
        opened.add(map);
        MVMap<List<Object>, Boolean> kept =
                file.openMap(map, new MVMap.Builder<List<Object>, Boolean>().keyType(KeyType.INSTANCE));
        var knowsAll = complete.containsKey(map) || isEarlier && !kept.isEmpty();
        return new FieldIndex(name, keys, sparse, unique, kept, knowsAll);
    }

    private String indexMap(String collection, String name) {
        return INDEX + getFullCollectionNamespace(collection) + "." + name;
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        super.dropIndex(collection, name);
        removeMaps(indexMap(collection.getCollectionName(), name)::equals);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        Set<String> indexes = resolveCollection(name, false) instanceof FileCollection collection
                ? collection.indexNames().map(index -> indexMap(name, index)).collect(Collectors.toSet())
                : Set.of();
        super.dropCollection(name, oplog);
        var namespace = getFullCollectionNamespace(name);
        file.removeMap(DOCUMENTS + namespace);
        removeMaps(indexes::contains);
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        removeMaps(map -> map.startsWith(DOCUMENTS + databaseName + ".") || map.startsWith(INDEX + databaseName + "."));
    }

    private void removeMaps(Predicate<String> those) {
        file.getMapNames().stream().filter(those).toList().forEach(map -> {
            file.removeMap(map);
            complete.remove(map);
        });
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

    /** That documents with an {@code _id} of their own differ in more, too: nothing has to be kept, and none looked at for it. */
    private static final class NothingKept extends EmptyIndex<Object> {

        NothingKept(String name, List<IndexKey> keys) {
            super(name, keys);
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
