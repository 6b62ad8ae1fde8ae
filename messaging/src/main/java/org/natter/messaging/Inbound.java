package org.natter.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/**
 * Turns records of a topic into calls of a handler table.
 *
 * <p>Guarantee: unknown types and null values are counted and passed; what cannot be decoded leaves as
 * {@link UndecodableMessage}; whatever a handler throws leaves unchanged. A record delivered twice is handled twice:
 * being harmless then is the handler's part ({@link GuardedUpsert}). Of a batch, one record that fails is named by its
 * place; what stands before it has been taken, what stands behind it comes again.
 */
public interface Inbound {

    /**
     * The function that a binding runs, for one record or for what a poll brought, in each partition's order; a batch comes
     * as a list of payloads, its records' headers beside it.
     */
    Consumer<Message<byte[]>> from(String topic, MessageHandlers handlers);

    /** Every table made so far, in the order of making; tests compare them with the contracts. */
    List<Table> tables();

    /** A topic with the table that reads it. */
    record Table(String topic, MessageHandlers handlers) {}
}
