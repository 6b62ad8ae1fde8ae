package org.natter.feedback.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * "Merge, then hide": groups of under five people become one, called other; if that is still under five, the next smallest
 * joins it, by name where two are as small; if nothing else is left, there is no grouping at all.
 *
 * <p>Decided once, on those who answered. Source: measures, section 9.
 */
public record SectorGroups(Map<String, Integer> named, int other) {

    public SectorGroups {
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** From group to people; empty if nothing can be told apart. Largest first, by name where two are as large. */
    public static Optional<SectorGroups> of(Map<String, Integer> people) {
        return of(people, 0);
    }

    /** The same, where some are of the rest from the beginning. */
    public static Optional<SectorGroups> of(Map<String, Integer> people, int rest) {
        var bySize = Comparator.<Map.Entry<String, Integer>, Integer>comparing(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey);
        List<Map.Entry<String, Integer>> left = new ArrayList<>(new TreeMap<>(people).entrySet());
        left.removeIf(group -> group.getValue() == 0);
        left.sort(bySize);
        var other = rest;
        while (!left.isEmpty() && (left.get(0).getValue() < Gate.PEOPLE || other > 0 && other < Gate.PEOPLE)) {
            other += left.remove(0).getValue();
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var named = new LinkedHashMap<String, Integer>();
        left.stream()
                .sorted(Comparator.<Map.Entry<String, Integer>, Integer>comparing(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(group -> named.put(group.getKey(), group.getValue()));
        return Optional.of(new SectorGroups(named, other));
    }

    /** The name under which a group is told; empty for other. */
    public String nameOf(String group) {
        return named.containsKey(group) ? group : "";
    }
}
