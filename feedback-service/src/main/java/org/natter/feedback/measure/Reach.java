package org.natter.feedback.measure;

import java.util.OptionalDouble;

/**
 * O1, how far the answers reach. Shares from 0 to 1.
 *
 * <p>Source: measures, O1.
 */
public record Reach(int people, int answers) {

    public static Reach of(Crowd crowd) {
        return new Reach(crowd.people(), crowd.answers());
    }

    /** ρ = |R|/n; undefined for an empty room. */
    public OptionalDouble response() {
        return Ratio.of(answers, people);
    }

    /** π = 1 − C(n − |R|, 2)/C(n, 2), a pair being covered if either answered; undefined below two people. */
    public OptionalDouble pairCoverage() {
        var silent = Ratio.of(Crowd.pairsOf((long) people - answers), Crowd.pairsOf(people));
        return silent.isPresent() ? OptionalDouble.of(1 - silent.getAsDouble()) : silent;
    }
}
