package org.natter.feedback.measure;

import java.util.Optional;

/**
 * A share from 0 to 1 with its 95 % interval.
 *
 * <p>Undefined of none.
 */
public record Interval(double share, Wilson within) {

    public static Optional<Interval> of(double some, double all) {
        return Wilson.of(some, all).map(within -> new Interval(some / all, within));
    }
}
