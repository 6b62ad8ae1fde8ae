package org.natter.attendee.mail;

/** The address of a mail that came back is not an organiser's to correct. Says nothing of why, nor of whose it is. */
public final class AddressStays extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressStays() {
        super("this address is not corrected here");
    }
}
