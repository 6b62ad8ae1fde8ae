package org.natter.attendee.history;

import java.util.Collection;
import java.util.OptionalDouble;

/** The middle of several values. */
final class Medians {

    private Medians() {}

    /** The middle one, for an even count the mean of the middle two; undefined for none. */
    static OptionalDouble of(Collection<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
