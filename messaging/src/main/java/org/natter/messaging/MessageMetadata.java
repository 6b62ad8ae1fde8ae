package org.natter.messaging;

import java.time.Instant;

/**
 * What a message says about itself: who speaks, about what, in which version.
 *
 * <p>Guarantee: read from the message's headers alone, so two deliveries of one message have equal metadata.
 *
 * @param id {@code <aggregate type>/<aggregate id>/<version>}, with {@code .1}, {@code .2} when one command told several
 *     things
 * @param version the aggregate's version after the command, 1 for the first
 * @param subject what the message speaks of: one attendance, one event, one answer
 * @param time when the command happened, by the sender's clock
 * @param hash SHA-256 of the body's bytes, 64 lower-case hex characters
 */
public record MessageMetadata(
        String id,
        String type,
        String aggregateType,
        String aggregateId,
        long version,
        String subject,
        Instant time,
        String hash) {

    /** What versions are compared within: the aggregate's type and the message's subject. */
    public String source() {
        return aggregateType + "/" + subject;
    }
}
