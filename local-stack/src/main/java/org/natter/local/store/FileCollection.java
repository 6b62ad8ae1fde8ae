package org.natter.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One collection in the file, by {@code _id}.
 *
 * <p>Guarantee: a document that was put in its place is never changed again, only replaced; so a reply may show the very documents
 * kept, and be written while others change the collection. What a query asks of {@code _id} or of indexed fields narrows
 * what is looked at.
 */
final class FileCollection extends AbstractSynchronizedMongoCollection<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(FileCollection.class);

    private final MVMap<List<Object>, Document> documents;
    private boolean changing;
    private boolean copying = true;
    private @Nullable Document asked;

    FileCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<List<Object>, Document> documents) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        var plan = QueryPlan.of(query, order, getIdField(), getIndexes());
        var asked = Conditions.of(query);
        if (plan.isEverything() && !(query.isEmpty() && plan.inOrder() && limit > 0)) {
            tellOfEverything(query);
        }
        var found = plan.exact() ? candidates(plan) : candidates(plan).filter(asked::mayMatch);
        return matchDocumentsFromStream(
                plan.exact() ? new Document() : query,
                changing ? found.map(Document::clone) : found, // fields are then set on it, one after another
                skip,
                limit,
                batch,
                plan.inOrder() ? null : deriveComparator(order),
                fields);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document order, int skip, int limit, int batch, Document fields) {
        return queryDocuments(query, order, skip, limit, batch, fields);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return whileChanging(() -> super.updateDocuments(selector, update, filters, multi, upsert, oplog));
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return whileChanging(() -> super.findAndModify(query));
    }

    /**
     * Runs an aggregation that begins with this match, over the documents that can match alone.
     *
     * @param unchanging whether its stages leave what they are given as it is, so that nothing has to be copied for them
     */
    synchronized Document aggregating(Document match, boolean unchanging, Supplier<Document> aggregation) {
        asked = match;
        copying = !unchanging;
        try {
            return aggregation.get();
        } finally {
            asked = null;
            copying = true;
        }
    }

    /** The groups of such a count; empty if the documents have to be looked at. */
    synchronized Optional<List<Document>> counted(IndexCount count) {
        return count.groups(getIndexes(), documents.sizeAsLong());
    }

    /** What its indexes are called. */
    Stream<String> indexNames() {
        return getIndexes().stream().map(Index::getName);
    }

    /** The group of such a count; empty if the documents have to be looked at. */
    synchronized Optional<List<Document>> counted(MatchCount count) {
        return count.group(getIndexes());
    }

    /** For aggregations, whose stages may change what they are given. */
    @Override
    public synchronized Stream<Document> queryAllAsStream() {
        var plan = QueryPlan.of(asked == null ? new Document() : asked, null, getIdField(), getIndexes());
        if (plan.isEverything()) {
            tellOfEverything(asked == null ? new Document() : asked);
        }
        return copying ? candidates(plan).map(Document::cloneDeeply) : candidates(plan);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var idField = getIdField();
        var id = idField == null
                ? UUID.randomUUID().toString()
                : Objects.requireNonNull(Utils.getSubdocumentValue(document, idField));
        documents.put(List.of(id), document);
        return id;
    }

    @Override
    protected void handleUpdate(Object id, Document before, Document after) {
        documents.put(List.of(id), after);
    }

    @Override
    protected void removeDocument(Object id) {
        if (documents.remove(List.of(id)) == null) {
            throw new NoSuchElementException("no document " + id);
        }
    }

    @Override
    protected @Nullable Document getDocument(Object id) {
        return documents.get(List.of(id));
    }

    @Override
    protected @Nullable Object findDocumentPosition(Document document) {
        var idField = getIdField();
        if (idField == null) {
            return super.findDocumentPosition(document);
        }
        var id = document.get(idField);
        return id != null && documents.containsKey(List.of(id)) ? id : null;
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(row ->
                        new DocumentWithPosition<>(row.getValue(), row.getKey().get(0)));
    }

    /** Not kept: it would be one more page to write with each change. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int by) {
        throw new UnsupportedOperationException("not kept");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    /** For whoever looks for an index that is missing; by the names of fields, since values are people's. */
    private void tellOfEverything(Document query) {
        if (LOG.isDebugEnabled() && !isEmpty()) {
            LOG.debug("Everything in {} is looked at to find by {}", getFullName(), Conditions.fields(query));
        }
    }

    private Stream<Document> candidates(QueryPlan plan) {
        var ids = plan.ids();
        return ids == null ? range(plan) : ids.map(this::getDocument).filter(Objects::nonNull);
    }

    private Stream<Document> range(QueryPlan plan) {
        var rows = documents.cursor(plan.first(), plan.last(), plan.backwards());
        Iterable<List<Object>> keys = () -> rows;
        return StreamSupport.stream(keys.spliterator(), false).map(key -> rows.getValue());
    }

    private Document whileChanging(Supplier<Document> command) {
        changing = true;
        try {
            return command.get();
        } finally {
            changing = false;
        }
    }
}
