package org.natter.attendee.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * P11 of {@code measures.md}, section 6: hours of learning at one event, from 0, down to a quarter. Counted times are talks
 * attended; what overlaps counts once, a social evening has none and suggests 0, and so does a cancelled event.
 */
public final class LearningTime {

    private static final int QUARTER_MINUTES = 15;
    private static final double QUARTERS_AN_HOUR = 4;

    private LearningTime() {}

    /** From one moment to another. */
    public record Span(Instant start, Instant end) {}

    /**
     * min(counted end, way out or end) − max(counted start, way in), never below 0, summed, in hours down to a quarter.
     *
     * @param counted the talks attended
     * @param in when they came; empty counts from the start
     * @param out when they left; empty counts to the end
     */
    public static double hours(Collection<Span> counted, Optional<Instant> in, Optional<Instant> out) {
        var minutes = merged(counted).stream()
                .map(span -> between(
                        in.filter(span.start()::isBefore).orElse(span.start()),
                        out.filter(span.end()::isAfter).orElse(span.end())))
                .mapToLong(Duration::toMinutes)
                .sum();
        return minutes / QUARTER_MINUTES / QUARTERS_AN_HOUR;
    }

    private static Duration between(Instant start, Instant end) {
        return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
    }

    private static List<Span> merged(Collection<Span> spans) {
        var merged = new ArrayList<Span>();
        spans.stream().sorted(Comparator.comparing(Span::start)).forEach(span -> {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || span.start().isAfter(last.end())) {
                merged.add(span);
            } else if (span.end().isAfter(last.end())) {
                merged.set(merged.size() - 1, new Span(last.start(), span.end()));
            }
        });
        return merged;
    }
}
