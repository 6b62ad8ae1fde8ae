package org.natter.attendee.booking;

/** One idempotency key came with two different wishes. */
public final class KeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyReused() {
        super("one key, two wishes");
    }
}
