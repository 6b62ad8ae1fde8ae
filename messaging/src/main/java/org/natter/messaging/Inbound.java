package org.natter.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/**
 * Turns records of a topic into calls of a handler table.
 *
 * <p>Guarantee: unknown types and null values are counted and passed; what cannot be decoded leaves as
 * {@link UndecodableMessage}; whatever a handler throws leaves unchanged. A record delivered twice is handled twice:
 * being harmless then is the handler's part ({@link GuardedUpsert}).
 */
public interface Inbound {

    /** The function that a binding runs for each record, in the partition's order. */
    Consumer<Message<byte[]>> from(String topic, MessageHandlers handlers);

    /** Every table made so far, in the order of making; tests compare them with the contracts. */
    List<Table> tables();

    /** A topic with the table that reads it. */
    record Table(String topic, MessageHandlers handlers) {}
}
