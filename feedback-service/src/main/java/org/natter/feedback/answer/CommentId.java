package org.natter.feedback.answer;

import org.natter.ids.HexId;

/**
 * Names one comment; drawn at random by the form and used for nothing else.
 *
 * <p>128 bits as 32 lower-case hexadecimal characters.
 */
public record CommentId(String value) {
    public CommentId {
        HexId.require(value);
    }
}
