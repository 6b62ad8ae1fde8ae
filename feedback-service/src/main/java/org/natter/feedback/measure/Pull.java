package org.natter.feedback.measure;

import java.util.OptionalDouble;

/**
 * O2, the familiarity pull: how much likelier two people who knew each other before were to talk than two who did not.
 *
 * <p>Of {@code known} pairs K in the room {@code knownTalked} a talked, of the other T − K so many c. Pairs hang together, so
 * there is no interval. Source: measures, O2.
 */
public record Pull(long pairs, long known, long knownTalked, long newTalked) {

    private static final double HALF = 0.5;
    private static final int LEAST = 5;

    /** RR = (a/K)/(c/(T−K)), from 0; undefined for K = 0, c = 0 or T = K. */
    public OptionalDouble relativeRisk() {
        return Ratio.of(Ratio.of(knownTalked, known), Ratio.of(newTalked, pairs - known));
    }

    /** OR = (a+½)(d+½)/((b+½)(c+½)) with b = K − a and d = T − K − c; always defined, above 0. */
    public double oddsRatio() {
        var silentKnown = known - knownTalked;
        var silentNew = pairs - known - newTalked;
        return (knownTalked + HALF) * (silentNew + HALF) / ((silentKnown + HALF) * (newTalked + HALF));
    }

    /** Whether it may be shown: K, a and K − a are five at least. */
    public boolean isShown() {
        return known >= LEAST && knownTalked >= LEAST && known - knownTalked >= LEAST;
    }

    /** How much likelier, in words; a ratio is never shown. */
    public enum Word {
        NO_MORE_LIKELY,
        TWICE,
        THREE_TIMES,
        FAR_MORE_LIKELY;

        private static final double TWICE_FROM = 1.5;
        private static final double THREE_TIMES_FROM = 2.5;
        private static final double FAR_MORE_ABOVE = 4;

        /** The word for a relative risk. */
        public static Word of(double risk) {
            if (risk < TWICE_FROM) {
                return NO_MORE_LIKELY;
            }
            if (risk < THREE_TIMES_FROM) {
                return TWICE;
            }
            return risk <= FAR_MORE_ABOVE ? THREE_TIMES : FAR_MORE_LIKELY;
        }
    }
}
