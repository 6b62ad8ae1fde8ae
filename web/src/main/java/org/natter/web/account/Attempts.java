package org.natter.web.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often signing in did not work, by who tries what. The pause after a miss grows from the fifth on, to ten minutes at
 * most, so nobody is ever locked out for good.
 */
public interface Attempts {

    /**
     * Takes a turn, decided and counted in one write: it is a miss until it is said to have {@link #worked}, so of many
     * at the same moment no more are judged than one after another.
     *
     * @return how long to wait instead, if the last miss was too lately
     */
    Optional<Duration> turn(String key, Instant now);

    /** Forgets the misses, after it worked. */
    void worked(String key);

    /** Takes back the turn that was counted last, since nothing was judged. */
    void notJudged(String key);

    /** The pause after so many misses. */
    static Duration pauseAfter(int misses) {
        if (misses < 5) {
            return Duration.ZERO;
        }
        var seconds = 5L << Math.min(misses - 5, 7);
        return Duration.ofSeconds(Math.min(seconds, 600));
    }
}
