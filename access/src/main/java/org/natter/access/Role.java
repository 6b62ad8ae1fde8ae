package org.natter.access;

/** What a caller is to Natter. A token has exactly one; what each may call stands in a service's {@link AccessTable}. */
public enum Role {
    /** Runs the network: every region. */
    OWNER,
    /** Runs the events of one region. */
    ORGANISER,
    /** Helps at the door of one event. */
    DOOR,
    /** Is signed in to pages of their own. */
    ATTENDEE,
    /** Holds the personal link of one visit to one event. */
    ANSWER,
    /** Anybody, through web. */
    PUBLIC
}
