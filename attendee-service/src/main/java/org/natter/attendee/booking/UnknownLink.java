package org.natter.attendee.booking;

/** Nothing is behind this link: written by nobody, or its booking is erased. All are one and the same. */
public final class UnknownLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownLink() {
        super("nothing behind a link");
    }
}
