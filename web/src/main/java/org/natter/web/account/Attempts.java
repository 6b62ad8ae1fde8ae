package org.natter.web.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How often signing in did not work, for each account and each address; unknown accounts are counted alike. The pause
 * after a miss grows from the fifth on, to ten minutes at most, so nobody is ever locked out for good.
 */
public interface Attempts {

    /** When the next attempt is welcome; in the past if there is no pause. */
    Instant nextAfter(String key);

    /** One more miss. */
    void missed(String key, Instant now);

    /** Forgets the misses, after it worked. */
    void worked(String key);

    /** The pause after so many misses. */
    static Duration pauseAfter(int misses) {
        if (misses < 5) {
            return Duration.ZERO;
        }
        var seconds = 5L << Math.min(misses - 5, 7);
        return Duration.ofSeconds(Math.min(seconds, 600));
    }
}
