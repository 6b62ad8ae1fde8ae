package org.natter.event.programme;

/** What sort of gathering an event is. The constants are those of {@code natter.events}. */
public enum EventKind {
    SOCIAL,
    TALK,
    TRAINING,
    CONFERENCE
}
