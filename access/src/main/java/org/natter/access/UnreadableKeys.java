package org.natter.access;

/** web's public keys cannot be had, so nobody could be recognised. The message is one line and names the setting. */
final class UnreadableKeys extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private UnreadableKeys(String line) {
        super(line);
    }

    static UnreadableKeys because(String what) {
        return new UnreadableKeys("natter.access.public-keys " + what);
    }
}
