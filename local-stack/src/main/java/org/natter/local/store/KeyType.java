package org.natter.local.store;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keys of one or several values, in the order in which MongoDB sorts values; a key that another begins with comes before it.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">BSON comparison order</a>
 */
final class KeyType extends BasicDataType<List<Object>> {

    static final KeyType INSTANCE = new KeyType();

    private KeyType() {}

    @Override
    public int compare(List<Object> one, List<Object> other) {
        var both = Math.min(one.size(), other.size());
        for (int i = 0; i < both; i++) {
            var order = compareValues(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public int getMemory(List<Object> key) {
        return DocumentType.weight(key);
    }

    @Override
    public void write(WriteBuffer file, List<Object> key) {
        DocumentType.INSTANCE.write(file, new Document("k", key));
    }

    @Override
    public List<Object> read(ByteBuffer file) {
        return new ArrayList<>((List<?>) DocumentType.INSTANCE.read(file).get("k"));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public List<Object>[] createStorage(int size) {
        return new List[size];
    }

    private static int compareValues(Object one, Object other) {
        return one instanceof String text && other instanceof String against
                ? text.compareTo(against)
                : ValueComparator.asc().compare(one, other);
    }
}
