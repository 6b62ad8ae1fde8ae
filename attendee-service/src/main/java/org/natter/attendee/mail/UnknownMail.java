package org.natter.attendee.mail;

/** There is no such mail in a region of the caller's. */
public final class UnknownMail extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownMail() {
        super("no such mail");
    }
}
