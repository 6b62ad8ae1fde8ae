package org.natter.messaging;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits to be sent or was sent: final bytes, their hash and what the headers need.
 *
 * @param aggregate {@code <type>/<id>}
 * @param position place among the messages of one command, 0 when it told one thing, else 1, 2, …
 */
record Entry(
        String id,
        String aggregate,
        long version,
        int position,
        String type,
        String subject,
        Instant at,
        byte[] bytes,
        String hash,
        @Nullable String traceparent) {

    /** The Kafka key. */
    String key() {
        return aggregate.substring(aggregate.indexOf('/') + 1);
    }

    /** As it waits in an aggregate's {@code out}. */
    Document toDocument() {
        var document = new Document("id", id)
                .append("n", version)
                .append("i", position)
                .append("type", type)
                .append("subject", subject)
                .append("at", Date.from(at))
                .append("bytes", new Binary(bytes))
                .append("hash", hash);
        if (traceparent != null) {
            document.append("traceparent", traceparent);
        }
        return document;
    }

    static Entry of(String aggregate, Document document) {
        return new Entry(
                document.getString("id"),
                aggregate,
                document.get("n", Number.class).longValue(),
                document.get("i", Number.class).intValue(),
                document.getString("type"),
                document.getString("subject"),
                document.getDate("at").toInstant(),
                document.get("bytes", Binary.class).getData(),
                document.getString("hash"),
                document.getString("traceparent"));
    }
}
