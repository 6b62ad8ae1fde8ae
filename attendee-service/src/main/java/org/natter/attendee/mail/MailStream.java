package org.natter.attendee.mail;

/** What a person can switch off on its own. The booking stream cannot be switched off: it says what they asked for. */
public enum MailStream {
    BOOKING,
    FEEDBACK,
    FOLLOW_UP;

    /** Whether mail of this stream keeps to quiet hours and to one a person and day. */
    public boolean isPolite() {
        return this != BOOKING;
    }
}
