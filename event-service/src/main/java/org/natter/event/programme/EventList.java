package org.natter.event.programme;

/** One of the three lists that a region's events fall into; each event is in exactly one. */
public enum EventList {
    /** Shown to the public and not over, the soonest first. */
    COMING,
    /** Shown to the public and over, the latest first. */
    PAST,
    /** Not shown to the public, the soonest first. */
    DRAFTS
}
