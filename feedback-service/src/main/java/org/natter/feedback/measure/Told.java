package org.natter.feedback.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A share of people as it may be told: a word, and from twenty people on the nearest five per cent.
 *
 * <p>Nothing below five people. A number needs five people in it and five besides. What is everybody or nobody never reads
 * so, and reads no different from all but one, or one: the word for all would else give each of them away. Source: measures,
 * section 9.
 */
public record Told(Band band, @Nullable Integer percent) {

    private static final int HUNDRED = 100;
    private static final int STEP = 5;

    /** Words for a share: each holds its lower end. */
    public enum Band {
        HARDLY_ANYONE,
        SOME,
        ABOUT_HALF,
        MOST,
        NEARLY_EVERYONE;

        private static final double SOME_FROM = 0.10;
        private static final double HALF_FROM = 0.35;
        private static final double MOST_FROM = 0.65;
        private static final double NEARLY_FROM = 0.90;

        /** The word for a share from 0 to 1. */
        public static Band of(double share) {
            if (share < SOME_FROM) {
                return HARDLY_ANYONE;
            }
            if (share < HALF_FROM) {
                return SOME;
            }
            if (share < MOST_FROM) {
                return ABOUT_HALF;
            }
            return share < NEARLY_FROM ? MOST : NEARLY_EVERYONE;
        }
    }

    /** Of so many people among so many; empty below five. */
    public static Optional<Told> of(int some, int all) {
        if (all < Gate.PEOPLE) {
            return Optional.empty();
        }
        if (some <= 1 || some >= all - 1) {
            return Optional.of(inWords(some <= 1 ? Band.HARDLY_ANYONE : Band.NEARLY_EVERYONE));
        }
        return Optional.of(of((double) some / all, all, Gate.lets(some, all - some)));
    }

    /** Of a share of other things than people, which so many people told, and behind it and its rest enough of them or not. */
    public static Told of(double share, int people, boolean enough) {
        var percent = percent(share);
        return people >= Gate.NUMBERS && enough && percent > 0 && percent < HUNDRED
                ? new Told(Band.of(share), percent)
                : inWords(Band.of(share));
    }

    /** The nearest five per cent, half up: by the decimal that is written, since 23 of 40 times a hundred is less than 57.5. */
    public static int percent(double share) {
        return BigDecimal.valueOf(share)
                        .multiply(BigDecimal.valueOf(HUNDRED / STEP))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact()
                * STEP;
    }

    private static Told inWords(Band band) {
        return new Told(band, null);
    }
}
