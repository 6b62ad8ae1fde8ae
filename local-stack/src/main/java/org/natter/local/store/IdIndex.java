package org.natter.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** That no two documents have one {@code _id}: the documents themselves are kept by it, so there is nothing to keep here. */
final class IdIndex extends Index<Object> {

    private final MVMap<List<Object>, Document> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<List<Object>, Document> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public Object getPosition(Document document) {
        return Objects.requireNonNull(document.get("_id"));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        var id = getPosition(document);
        if (documents.containsKey(List.of(id))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(id));
        }
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        // it is in its place already
    }

    @Override
    public @Nullable Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // an id never changes
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {
        // an id never changes
    }

    /** False: {@link FileCollection} chooses. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("FileCollection looks the documents up");
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // goes with the documents
    }
}
