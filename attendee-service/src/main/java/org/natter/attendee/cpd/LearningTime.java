package org.natter.attendee.cpd;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P11 of {@code measures.md}, section 6: time of learning in quarters of an hour, from 0, always rounded down. What overlaps
 * counts once, with whichever began first.
 */
public final class LearningTime {

    private static final long MINUTES = 15;

    private LearningTime() {}

    /** From one moment to another; one that ends before it begins lasts no time. */
    public record Span(Instant start, Instant end) {

        Duration length() {
            return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
        }
    }

    /**
     * min(counted end, way out or end) − max(counted start, way in): the part of it for which somebody was there.
     *
     * @param counted what is counted, from its start to its end
     * @param in when they came; empty counts from the start
     * @param out when they left; empty counts to the end
     */
    public static Span attended(Span counted, Optional<Instant> in, Optional<Instant> out) {
        return new Span(
                in.filter(counted.start()::isBefore).orElse(counted.start()),
                out.filter(counted.end()::isAfter).orElse(counted.end()));
    }

    /** Whole quarters in so much time. */
    public static int quarters(Duration time) {
        return Math.toIntExact(time.toMinutes() / MINUTES);
    }

    /**
     * What a span has of its own.
     *
     * @param time what no earlier one has; of all together it is as long as all of them lasted, taken as one
     * @param earlier those that have some or all of the rest, in their order: each has time of its own in this one
     */
    public record Share<K>(Duration time, List<K> earlier) {

        public Share {
            earlier = List.copyOf(earlier);
        }
    }

    /**
     * Shares out the time, each moment to whichever began first.
     *
     * @param attended by what they are spans of; of two that begin together the first by its name has the time
     */
    public static <K extends Comparable<K>> Map<K, Share<K>> each(Map<K, Span> attended) {
        var taken = new LinkedHashMap<K, Span>();
        var each = new LinkedHashMap<K, Share<K>>();
        attended.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<K, Span> one) -> one.getValue().start())
                        .thenComparing(Map.Entry::getKey))
                .forEach(one -> {
                    var own = own(one.getValue(), taken.values());
                    each.put(one.getKey(), new Share<>(own.length(), takers(one.getValue(), taken)));
                    taken.put(one.getKey(), own);
                });
        return each;
    }

    /** What is left of a span: those before it began no later, so that only its beginning can be taken. */
    private static Span own(Span span, Collection<Span> taken) {
        return new Span(
                taken.stream()
                        .filter(other -> !other.length().isZero())
                        .map(Span::end)
                        .filter(span.start()::isBefore)
                        .max(Comparator.naturalOrder())
                        .orElse(span.start()),
                span.end());
    }

    private static <K> List<K> takers(Span span, Map<K, Span> taken) {
        return taken.entrySet().stream()
                .filter(other -> !other.getValue().length().isZero())
                .filter(other -> other.getValue().end().isAfter(span.start())
                        && other.getValue().start().isBefore(span.end()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Quarters as hours, as short as it goes: 9 is "2.25", 8 is "2". */
    public static String hours(int quarters) {
        return quarters / 4 + List.of("", ".25", ".5", ".75").get(quarters % 4);
    }
}
