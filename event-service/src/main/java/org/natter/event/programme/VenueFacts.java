package org.natter.event.programme;

import java.util.Objects;

/** Five access facts about a venue, each yes, no, or not known; not known is never shown as no. */
public record VenueFacts(Known stepFree, Known toilets, Known hearingLoop, Known quietCorner, Known alcoholFree) {

    /** What is known about one access fact. */
    public enum Known {
        YES,
        NO,
        NOT_KNOWN
    }

    public VenueFacts {
        Objects.requireNonNull(stepFree);
        Objects.requireNonNull(toilets);
        Objects.requireNonNull(hearingLoop);
        Objects.requireNonNull(quietCorner);
        Objects.requireNonNull(alcoholFree);
    }
}
