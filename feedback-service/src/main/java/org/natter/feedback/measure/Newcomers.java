package org.natter.feedback.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * O4, newcomers: how many of them had a reported talk, by either side, with somebody who is none.
 *
 * <p>Others' reports count, so that a shy newcomer is seen. Source: measures, O4.
 */
public record Newcomers(int welcomed, int all, int others) {

    public static Newcomers of(Crowd crowd) {
        var fresh = crowd.guests().stream()
                .filter(Guest::newcomer)
                .map(Guest::attendance)
                .collect(Collectors.toSet());
        var welcomed = fresh.stream()
                .filter(newcomer -> crowd.reported().stream()
                        .anyMatch(pair -> pair.one().equals(newcomer) && !fresh.contains(pair.other())
                                || pair.other().equals(newcomer) && !fresh.contains(pair.one())))
                .count();
        return new Newcomers((int) welcomed, fresh.size(), crowd.people() - fresh.size());
    }

    private static final double WELL_FROM = 0.8;

    /** The two phrases there are. */
    public enum Word {
        NEARLY_EVERYONE,
        COULD_DO_WITH_A_HELLO
    }

    /** The phrase, from five newcomers among five others; the share itself is never shown. */
    public Optional<Word> word() {
        return Gate.lets(all, others)
                ? Optional.of(welcome().orElse(0) >= WELL_FROM ? Word.NEARLY_EVERYONE : Word.COULD_DO_WITH_A_HELLO)
                : Optional.empty();
    }

    /** W, a share from 0 to 1; undefined without newcomers. */
    public OptionalDouble welcome() {
        return Ratio.of(welcomed, all);
    }

    /** Q = back/due, of those whose year is over; with its interval. Undefined of none. */
    public static Optional<Interval> back(int back, int due) {
        return Interval.of(back, due);
    }
}
