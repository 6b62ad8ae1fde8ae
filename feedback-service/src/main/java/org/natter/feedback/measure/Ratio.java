package org.natter.feedback.measure;

import java.util.OptionalDouble;

/** One number of another, undefined where the lower one is 0. */
final class Ratio {

    private Ratio() {}

    static OptionalDouble of(double upper, double lower) {
        return lower == 0 ? OptionalDouble.empty() : OptionalDouble.of(upper / lower);
    }

    static OptionalDouble of(OptionalDouble upper, OptionalDouble lower) {
        return upper.isPresent() && lower.isPresent()
                ? of(upper.getAsDouble(), lower.getAsDouble())
                : OptionalDouble.empty();
    }
}
