package org.natter.feedback.measure;

import java.util.OptionalDouble;

/**
 * O6, do both sides remember? Of pairs of whom both answered, {@code mutual} M were told by both, {@code oneSided} A by one.
 *
 * <p>For the note on method only. Undefined for M = 0. Source: measures, O6; Smieszek and others 2014.
 */
public record Remembering(long mutual, long oneSided) {

    public static Remembering of(Crowd crowd) {
        var both = crowd.reported().stream().filter(crowd::bothAnswered).count();
        var mutual = crowd.mutual().size();
        return new Remembering(mutual, both - mutual);
    }

    /** c = M/(M+A), from 0 to 1. */
    public OptionalDouble agreement() {
        return defined((double) mutual / (mutual + oneSided));
    }

    /** p̂ = 2M/(2M+A): how much of what there was one side recalls, from 0 to 1. */
    public OptionalDouble recall() {
        return defined(2.0 * mutual / (2.0 * mutual + oneSided));
    }

    /** T̂ = (2M+A)²/(4M): the talks there were, a floor. */
    public OptionalDouble estimatedTalks() {
        return defined(Math.pow(2.0 * mutual + oneSided, 2) / (4.0 * mutual));
    }

    private OptionalDouble defined(double value) {
        return mutual == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
