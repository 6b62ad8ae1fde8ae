package org.natter.attendee.mail;

/** Where mail is asked for. A wish is a row when this returns, and sent soon after; never within the call. */
public interface Mails {

    /**
     * Asks for a mail.
     *
     * @return whether it is a new wish; false if this cause was asked for before, also if that mail was sent long ago
     */
    boolean ask(MailRequest wish);
}
