package org.natter.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything this service has ever told, kept in its own database without expiry; Kafka only transports.
 *
 * <p>Guarantee: a row is written after the broker's acknowledgement and never changed. Sending again gives the same id and the same bytes, which readers take as known.
 */
public interface EventLog {

    /**
     * Sends the newest row of each aggregate, type and subject again, in version order.
     *
     * @param aggregate {@code <type>/<id>} of one aggregate, or null for all
     * @param since only what was told at this instant or later, or null for everything
     * @return how many messages were sent
     */
    int republish(@Nullable String aggregate, @Nullable Instant since);
}
