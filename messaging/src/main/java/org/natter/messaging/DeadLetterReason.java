package org.natter.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Why a record was set aside; the only thing a dead letter says about its trouble. */
enum DeadLetterReason {
    /** Headers or body are not what the type promises. */
    UNDECODABLE,
    /** The same id or version was taken over with another body. */
    FORK,
    /** A bug in the handler: replay after the fix. */
    FAILED;

    static final String REASON = "dead-letter-reason";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";

    static DeadLetterReason of(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UndecodableMessage) {
                return UNDECODABLE;
            }
            if (cause instanceof MessageFork) {
                return FORK;
            }
        }
        return FAILED;
    }

    static String topicOf(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    /** The headers that are added to the original ones. */
    Headers headersFor(ConsumerRecord<?, ?> record) {
        return new RecordHeaders()
                .add(REASON, bytes(name()))
                .add(TOPIC, bytes(record.topic()))
                .add(PARTITION, bytes(Integer.toString(record.partition())))
                .add(OFFSET, bytes(Long.toString(record.offset())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
