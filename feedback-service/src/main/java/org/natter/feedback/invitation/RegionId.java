package org.natter.feedback.invitation;

import org.natter.ids.HexId;

/**
 * Names the region an event belongs to.
 *
 * <p>Always 128 bits as 32 lower-case hexadecimal characters.
 */
public record RegionId(String value) {
    public RegionId {
        HexId.require(value);
    }
}
