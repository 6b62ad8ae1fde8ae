package org.natter.event.programme;

/** A part of what the public reads about an event. The constants are those of {@code event.changed.v1}. */
public enum Aspect {
    TITLE,
    WHEN,
    WHERE,
    PLACES,
    DETAILS
}
