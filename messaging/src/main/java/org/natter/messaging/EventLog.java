package org.natter.messaging;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything this service has ever told, kept in its own database without expiry; Kafka only transports.
 *
 * <p>Guarantee: a row is written after the broker's acknowledgement and never changed but by {@link #forget}. Sending
 * again gives the same id and the same bytes, which readers take as known.
 */
public interface EventLog {

    /** The body of one message; empty when it was never sent or has been forgotten. */
    Optional<byte[]> body(String messageId);

    /**
     * Sends the newest row of each aggregate, type and subject again, in version order.
     *
     * @param aggregate {@code <type>/<id>} of one aggregate, or null for all
     * @param since only what was told at this instant or later, or null for everything
     * @return how many messages were sent
     */
    int republish(@Nullable String aggregate, @Nullable Instant since);

    /**
     * Drops the bodies told by one aggregate; ids and hashes stay, so a fork is still noticed.
     *
     * @return how many rows lost their body
     */
    long forget(String aggregateType, String aggregateId);
}
