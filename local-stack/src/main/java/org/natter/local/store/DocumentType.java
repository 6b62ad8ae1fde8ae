package org.natter.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Documents as they stand in the file: BSON, as on the wire. */
final class DocumentType extends BasicDataType<Document> {

    static final DocumentType INSTANCE = new DocumentType();

    private static final int AN_OBJECT = 48;

    /** A commit writes hundreds of documents and keys, one after another: each in the same bytes, unless it was a large one. */
    private static final ThreadLocal<ByteBuf> BYTES = ThreadLocal.withInitial(() -> Unpooled.buffer(1024));

    private static final int KEPT = 1 << 20;

    private DocumentType() {}

    @Override
    public int getMemory(Document document) {
        return weight(document);
    }

    @Override
    public void write(WriteBuffer file, Document document) {
        var bytes = BYTES.get();
        try {
            BsonEncoder.encodeDocument(document, bytes);
            file.put(bytes.array(), bytes.arrayOffset(), bytes.readableBytes());
        } finally {
            bytes.clear();
            if (bytes.capacity() > KEPT) {
                BYTES.remove();
            }
        }
    }

    @Override
    public Document read(ByteBuffer file) {
        var bytes = Unpooled.wrappedBuffer(file);
        var document = BsonDecoder.decodeBson(bytes);
        file.position(file.position() + bytes.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    /** About how many bytes of memory the value takes: for the cache and for where pages are cut, no more exact than that. */
    static int weight(@Nullable Object value) {
        if (value instanceof Document document) {
            var sum = 2 * AN_OBJECT;
            for (var field : document.entrySet()) {
                sum += AN_OBJECT + weight(field.getValue());
            }
            return sum;
        }
        if (value instanceof Collection<?> many) {
            var sum = AN_OBJECT;
            for (var one : many) {
                sum += weight(one);
            }
            return sum;
        }
        if (value instanceof byte[] bytes) {
            return AN_OBJECT + bytes.length;
        }
        return value instanceof String text ? AN_OBJECT + text.length() : AN_OBJECT / 2;
    }
}
