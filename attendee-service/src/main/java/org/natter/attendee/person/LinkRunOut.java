package org.natter.attendee.person;

/** A sign-in link that is too old, used, opened elsewhere or written by nobody. All are one and the same. */
public final class LinkRunOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LinkRunOut() {
        super("a sign-in link that has run out");
    }
}
