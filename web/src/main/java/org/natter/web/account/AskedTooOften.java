package org.natter.web.account;

import java.time.Duration;

/** Somebody has asked more often than any one person would; worth another try after a while. */
public final class AskedTooOften extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration wait;

    private AskedTooOften(Duration wait) {
        super("Asked too often");
        this.wait = wait;
    }

    /** Until then there is nothing to be had. */
    static AskedTooOften waiting(Duration wait) {
        return new AskedTooOften(wait);
    }

    /** How long to wait. */
    public Duration waiting() {
        return wait;
    }
}
