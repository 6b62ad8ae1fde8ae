package org.natter.web.attendee;

/** There is nothing at this address; wrong, revoked and erased links all end here, and read alike. */
public final class NothingHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NothingHere(String message) {
        super(message);
    }

    public static NothingHere atThisAddress() {
        return new NothingHere("There is nothing at this address");
    }
}
