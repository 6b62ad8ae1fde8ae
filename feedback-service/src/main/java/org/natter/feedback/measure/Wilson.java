package org.natter.feedback.measure;

import java.util.Optional;

/**
 * The 95 % interval of a share, from 0 to 1, by Wilson's score.
 *
 * <p>Centre (p + z²/2n)/(1 + z²/n), half-width z√(p(1−p)/n + z²/4n²)/(1 + z²/n), z = 1.959963984540054. Source: measures,
 * section 7; Wilson 1927.
 */
public record Wilson(double low, double high) {

    private static final double Z = 1.959963984540054;

    /** Of {@code some} among {@code all}; undefined of none. */
    public static Optional<Wilson> of(double some, double all) {
        if (all == 0) {
            return Optional.empty();
        }
        var share = some / all;
        var spread = 1 + Z * Z / all;
        var centre = (share + Z * Z / (2 * all)) / spread;
        var half = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4 * all * all)) / spread;
        return Optional.of(new Wilson(centre - half, centre + half));
    }

    /** Ends included. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
