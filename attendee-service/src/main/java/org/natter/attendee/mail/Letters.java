package org.natter.attendee.mail;

/** Writes a mail from the facts of the moment; derives its links anew each time. */
public interface Letters {

    Letter write(Occasion occasion);
}
