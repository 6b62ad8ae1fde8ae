package org.natter.web.services;

/** There is nothing at this address, or not for this caller; wrong, revoked and erased links all end here, and read alike. */
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotThere(String message) {
        super(message);
    }

    /** What somebody asked for is not there. */
    public static NotThere here() {
        return new NotThere("There is nothing at this address");
    }
}
