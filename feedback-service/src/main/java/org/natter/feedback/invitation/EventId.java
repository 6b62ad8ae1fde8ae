package org.natter.feedback.invitation;

import org.natter.ids.HexId;

/**
 * Names one event, something people attend.
 *
 * <p>Always 128 bits as 32 lower-case hexadecimal characters, so safe in a field path.
 */
public record EventId(String value) {
    public EventId {
        HexId.require(value);
    }
}
