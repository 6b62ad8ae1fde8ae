package org.natter.feedback.measure;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * O9, how it felt: how many chose each of five boxes, lowest first. Medians and the two top boxes; no mean, no index.
 *
 * <p>Source: measures, O9.
 */
public record Ratings(List<Integer> counts) {

    private static final int BOXES = 5;
    private static final int TOP = 4;

    public Ratings {
        counts = List.copyOf(counts);
        if (counts.size() != BOXES) {
            throw new IllegalArgumentException("five boxes");
        }
    }

    /** Of answers from 1 to 5; 0 is nothing said. */
    public static Ratings of(Collection<Integer> said) {
        return new Ratings(IntStream.rangeClosed(1, BOXES)
                .mapToObj(box -> (int) said.stream().filter(one -> one == box).count())
                .toList());
    }

    /** How many said anything. */
    public int people() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** How many chose 4 or 5. */
    public int topTwo() {
        return counts.get(TOP - 1) + counts.get(TOP);
    }

    /** The middle box, or the mean of the middle two, from 1 to 5; undefined of none. */
    public OptionalDouble median() {
        return people() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((box((people() - 1) / 2) + box(people() / 2)) / 2.0);
    }

    private int box(int position) {
        var passed = 0;
        for (var box = 1; box <= BOXES; box++) {
            passed += counts.get(box - 1);
            if (position < passed) {
                return box;
            }
        }
        throw new IllegalArgumentException("nobody stands there");
    }
}
