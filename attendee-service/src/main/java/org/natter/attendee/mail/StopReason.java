package org.natter.attendee.mail;

/** Why a mail was not sent after all. */
public enum StopReason {
    /** It was. */
    NONE,
    TOO_LATE,
    PERSON_GONE,
    NO_ADDRESS,
    /** Their mailbox refused us for good before. */
    MAILBOX_REFUSED,
    EVENT_CALLED_OFF,
    /** They cancelled, or left the line. */
    BOOKING_CANCELLED,
    /** The booking is not what the mail would say. */
    NO_LONGER_TRUE,
    ANSWERED,
    /** They asked for no more mail of this kind. */
    NOT_WANTED
}
