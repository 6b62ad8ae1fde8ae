package org.natter.feedback.outcome;

import org.natter.ids.HexId;

/**
 * Names one outcome; drawn at random by whoever reports it, so that a repeat is known for one.
 *
 * <p>128 bits as 32 lower-case hexadecimal characters.
 */
public record OutcomeId(String value) {
    public OutcomeId {
        HexId.require(value);
    }
}
