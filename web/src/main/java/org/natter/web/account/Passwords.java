package org.natter.web.account;

/** Turns passwords into hashes and compares them; slow on purpose. */
public interface Passwords {

    /** The hash to keep. @throws TooBusy if too many passwords are being hashed */
    String hash(String password);

    /**
     * Whether the password is the one behind the hash, as somebody says who is known here, by their browser or their session.
     *
     * @throws TooBusy if too many passwords are being hashed
     */
    boolean matches(String password, String hash);

    /** The same, as a stranger says: strangers wait for one another, and never take the last turn from those who are known. */
    boolean matchesForStranger(String password, String hash);

    /** A hash no password has; comparing with it takes as long as any. */
    String nobodys();

    /** No turn came within three seconds. */
    final class TooBusy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooBusy(String message) {
            super(message);
        }

        /** Because there is no turn. */
        public static TooBusy hashing() {
            return new TooBusy("Too many passwords are being hashed");
        }
    }
}
