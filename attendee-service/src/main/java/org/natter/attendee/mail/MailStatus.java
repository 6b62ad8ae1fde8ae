package org.natter.attendee.mail;

/** How far a mail has come. */
public enum MailStatus {
    /** Waits for its time. */
    QUEUED,
    /** A sender has taken it and looks whether it still holds. */
    CLAIMED,
    /** It is being handed over; a crash from here on leaves it unknown. */
    SENDING,
    /** Nobody can tell whether it left. */
    UNKNOWN,
    /** The other side asked for patience; tried again later. */
    RETRY,
    SENT,
    /** Refused for good. */
    BOUNCED,
    /** Tried for two days. */
    GIVEN_UP,
    /** Not sent, since it no longer holds. */
    STOPPED
}
