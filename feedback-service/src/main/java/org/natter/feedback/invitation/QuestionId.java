package org.natter.feedback.invitation;

import org.natter.ids.HexId;

/**
 * Names one question of an organiser's own by what it asks, so that put in other words it is another question; and a talk by the
 * title that it had first.
 *
 * <p>128 bits as 32 lower-case hexadecimal characters.
 */
public record QuestionId(String value) {
    public QuestionId {
        HexId.require(value);
    }
}
