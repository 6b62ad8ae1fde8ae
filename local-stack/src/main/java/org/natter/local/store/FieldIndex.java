package org.natter.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index on one field or several: a key for each document, of the fields' values and its {@code _id}.
 *
 * <p>Every document is in it, that without the fields too, unless the index is sparse. Whether a field ascends is not kept: it can
 * be walked either way.
 */
final class FieldIndex extends Index<Object> {

    private static final String ID = "_id";

    private final MVMap<List<Object>, Boolean> keys;
    private final boolean unique;
    private final boolean knowsAll;

    FieldIndex(
            String name,
            List<IndexKey> fields,
            boolean sparse,
            boolean unique,
            MVMap<List<Object>, Boolean> keys,
            boolean knowsAll) {
        super(name, fields, sparse);
        this.keys = keys;
        this.unique = unique;
        this.knowsAll = knowsAll;
    }

    /** Whether the library has to give it every document there is; one whose making broke off has some keys already. */
    @Override
    public boolean isEmpty() {
        return !knowsAll;
    }

    /** The fields, the leading first. */
    List<String> fields() {
        return keys();
    }

    /** Whether a document that lacks the fields is in it, too. */
    boolean isWhole() {
        return !isSparse();
    }

    /**
     * The ids of the documents whose leading fields have these values, and whose next field lies within the bounds, in the
     * index's order.
     */
    Stream<Object> ids(List<Object> leading, @Nullable Object from, @Nullable Object to, boolean backwards) {
        return keys(leading, from, to, backwards).map(FieldIndex::id);
    }

    /** The same as keys: the values of its fields, then the id. */
    Stream<List<Object>> keys(List<Object> leading, @Nullable Object from, @Nullable Object to, boolean backwards) {
        var first = key(leading, from);
        var last = key(key(leading, to), MaxKey.getInstance());
        var cursor = keys.cursor(backwards ? last : first, backwards ? first : last, backwards);
        Iterable<List<Object>> found = () -> cursor;
        return StreamSupport.stream(found.spliterator(), false);
    }

    /** Of which document the key is. */
    static Object id(List<Object> key) {
        return key.get(key.size() - 1);
    }

    /** Values of the leading fields, and how many keys have them. */
    record Counted(List<Object> values, long documents) {}

    /** How many keys there are for each value of so many leading fields, in the index's order. */
    List<Counted> counts(int fields) {
        List<Counted> counts = new ArrayList<>();
        for (long at = 0; at < keys.sizeAsLong(); ) {
            var values = keys.getKey(at).subList(0, fields);
            var found = keys.getKeyIndex(key(values, MaxKey.getInstance()));
            var beyond = found < 0 ? -found - 1 : found;
            counts.add(new Counted(values, beyond - at));
            at = beyond;
        }
        return counts;
    }

    @Override
    public Object getPosition(Document document) {
        return Objects.requireNonNull(document.get(ID));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        checkFree(document, getPosition(document), collection);
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        for (var values : valuesOf(document)) {
            keys.put(key(values, id), true);
        }
    }

    @Override
    public Object remove(Document document) {
        var id = getPosition(document);
        for (var values : valuesOf(document)) {
            keys.remove(key(values, id));
        }
        return id;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            checkFree(after, getPosition(before), collection);
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before);
            for (var values : valuesOf(after)) {
                keys.put(key(values, id), true);
            }
        }
    }

    /** False: {@link FileCollection} chooses. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("FileCollection asks for ids");
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return keys.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        keys.clear();
    }

    private void checkFree(Document document, @Nullable Object but, MongoCollection<Object> collection) {
        if (!unique) {
            return;
        }
        for (var values : valuesOf(document)) {
            if (ids(values, null, null, false).anyMatch(id -> !id.equals(but))) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
            }
        }
    }

    /** The same keys; two documents of which one has an empty list and the other none have them, too. */
    @Override
    protected boolean nullAwareEqualsKeys(Document one, Document other) {
        return valuesOf(one).equals(valuesOf(other));
    }

    private List<List<Object>> valuesOf(Document document) {
        List<List<Object>> all = new ArrayList<>();
        for (var values : keyValues(document)) {
            List<Object> plain = new ArrayList<>();
            values.forEach(value -> plain.add(Missing.isNullOrMissing(value) ? null : value));
            if (!isSparse() || plain.stream().anyMatch(Objects::nonNull)) {
                all.add(plain);
            }
        }
        return all;
    }

    /** An empty list is as good as nothing: the library makes no key at all of a document that has one. */
    private Set<KeyValue> keyValues(Document document) {
        var found = getKeyValues(document);
        if (!found.isEmpty()) {
            return found;
        }
        List<Object> values = new ArrayList<>();
        for (var field : fields()) {
            var value = Utils.getSubdocumentValueCollectionAware(document, field);
            values.add(value instanceof Collection ? null : value);
        }
        return Set.of(new KeyValue(values));
    }

    private static List<Object> key(List<Object> leading, @Nullable Object next) {
        if (next == null) {
            return leading;
        }
        List<Object> key = new ArrayList<>(leading);
        key.add(next);
        return Collections.unmodifiableList(key);
    }
}
