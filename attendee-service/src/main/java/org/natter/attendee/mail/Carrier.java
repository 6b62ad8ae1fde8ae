package org.natter.attendee.mail;

/** Carries a letter to the outside. Several may be carried at once. */
public interface Carrier {

    Delivery carry(Letter letter);

    /** What the other side said. */
    enum Delivery {
        ACCEPTED,
        /** Not now: no line, or asked for patience. Certainly not delivered. */
        NOT_NOW,
        /** Never: the mailbox does not exist or does not want us. */
        REFUSED,
        /** The line broke after the text was given; it may have arrived or not. */
        UNKNOWN
    }
}
