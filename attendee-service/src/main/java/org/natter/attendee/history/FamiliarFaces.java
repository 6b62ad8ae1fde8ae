package org.natter.attendee.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * P3 of {@code measures.md}, section 6: how much of an evening somebody spent with people they knew already, in their own
 * word; all that the message may say. The share f runs from 0.1 to 0.9, undefined if not said. After Ingram and Morris 2007.
 */
public enum FamiliarFaces {
    NEARLY_ALL(0.9),
    MORE_THAN_HALF(0.7),
    ABOUT_HALF(0.5),
    LESS_THAN_HALF(0.3),
    HARDLY_ANY(0.1),
    NOT_SAID(Double.NaN);

    private static final int TREND_OF = 3;
    private static final double LESS_THAN_ANY_STEP = 1e-9;

    private final double share;

    FamiliarFaces(double share) {
        this.share = share;
    }

    /** f, from 0.1 to 0.9; undefined if not said. */
    public OptionalDouble share() {
        return this == NOT_SAID ? OptionalDouble.empty() : OptionalDouble.of(share);
    }

    /**
     * The median share of the last three answers, from 0.1 to 0.9; undefined under three.
     *
     * @param oldestFirst one an event; those not said are left out
     */
    public static OptionalDouble trend(List<FamiliarFaces> oldestFirst) {
        var said = oldestFirst.stream()
                .flatMap(one -> one.share().stream().boxed())
                .toList();
        return said.size() < TREND_OF
                ? OptionalDouble.empty()
                : Medians.of(said.subList(said.size() - TREND_OF, said.size()));
    }

    /** The word that lies nearest to the trend; of two as near the higher share. Empty without one. */
    public static Optional<FamiliarFaces> trendWord(List<FamiliarFaces> oldestFirst) {
        var trend = trend(oldestFirst);
        return trend.isEmpty()
                ? Optional.empty()
                : Stream.of(values())
                        .filter(word -> word != NOT_SAID)
                        .min(Comparator.comparingDouble(word ->
                                Math.abs(word.share - trend.getAsDouble()) + word.ordinal() * LESS_THAN_ANY_STEP));
    }
}
