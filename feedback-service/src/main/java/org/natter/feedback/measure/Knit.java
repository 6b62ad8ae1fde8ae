package org.natter.feedback.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.natter.feedback.invitation.AttendanceId;

/**
 * O5, how a room hangs together by its reported talks: {@code groups} are the sizes of its connected parts, largest first, a
 * person nobody talked with being one.
 *
 * <p>Source: measures, O5.
 */
public record Knit(long talks, long possible, List<Integer> groups, OptionalDouble transitivity) {

    private static final double NEARLY_ALL = 0.9;
    private static final int LEAST = 5;
    private static final int MOST_GROUPS = 3;

    public Knit {
        groups = List.copyOf(groups);
    }

    /** What may be said of it. */
    public enum Word {
        ONE_CROWD,
        SEPARATE_GROUPS,
        NOTHING
    }

    public static Knit of(Crowd crowd) {
        var neighbours = new HashMap<AttendanceId, Set<AttendanceId>>();
        crowd.guests().forEach(guest -> neighbours.put(guest.attendance(), new HashSet<>()));
        crowd.reported().forEach(pair -> {
            neighbours.computeIfAbsent(pair.one(), one -> new HashSet<>()).add(pair.other());
            neighbours.computeIfAbsent(pair.other(), other -> new HashSet<>()).add(pair.one());
        });
        return new Knit(crowd.reported().size(), crowd.possiblePairs(), groups(neighbours), transitivity(neighbours));
    }

    /** D/T, from 0 to 1; undefined below two people. */
    public OptionalDouble density() {
        return Ratio.of(talks, possible);
    }

    /** One crowd if nine in ten hang together; two or three groups if each has five people; otherwise nothing. */
    public Word word() {
        var people = groups.stream().mapToInt(Integer::intValue).sum();
        if (people > 0 && groups.get(0) >= NEARLY_ALL * people) {
            return Word.ONE_CROWD;
        }
        return groups.size() > 1
                        && groups.size() <= MOST_GROUPS
                        && groups.stream().allMatch(size -> size >= LEAST)
                ? Word.SEPARATE_GROUPS
                : Word.NOTHING;
    }

    private static List<Integer> groups(Map<AttendanceId, Set<AttendanceId>> neighbours) {
        var seen = new HashSet<AttendanceId>();
        var sizes = new ArrayList<Integer>();
        for (var start : neighbours.keySet()) {
            var waiting = new ArrayDeque<>(List.of(start));
            var size = 0;
            while (!waiting.isEmpty()) {
                var here = waiting.pop();
                if (seen.add(here)) {
                    size++;
                    waiting.addAll(neighbours.getOrDefault(here, Set.of()));
                }
            }
            if (size > 0) {
                sizes.add(size);
            }
        }
        sizes.sort((one, other) -> other - one);
        return sizes;
    }

    /** Closed triples of all, from 0 to 1; undefined without triples. */
    private static OptionalDouble transitivity(Map<AttendanceId, Set<AttendanceId>> neighbours) {
        var closed = 0L;
        var triples = 0L;
        for (var around : neighbours.values()) {
            triples += Crowd.pairsOf(around.size());
            closed += around.stream()
                    .mapToLong(one -> around.stream()
                            .filter(other -> one.value().compareTo(other.value()) < 0)
                            .filter(other ->
                                    neighbours.getOrDefault(one, Set.of()).contains(other))
                            .count())
                    .sum();
        }
        return Ratio.of(closed, triples);
    }
}
