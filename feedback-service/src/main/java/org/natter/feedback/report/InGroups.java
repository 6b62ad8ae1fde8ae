package org.natter.feedback.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.natter.feedback.measure.Gate;
import org.natter.feedback.measure.SectorGroups;

/**
 * How many people said what: in groups of five or more, each with five others besides, or not at all.
 *
 * <p>Merge, then hide: smaller groups join the rest. Source: measures, section 9.
 */
final class InGroups {

    private InGroups() {}

    /** The grouping of these, where some are of the rest from the beginning; empty if nothing can be told apart. */
    static <E extends Enum<E>> Optional<SectorGroups> of(Map<E, Integer> people, E rest) {
        var named = new LinkedHashMap<String, Integer>();
        people.forEach((group, count) -> {
            if (group != rest) {
                named.put(group.name(), count);
            }
        });
        return SectorGroups.of(named, people.getOrDefault(rest, 0));
    }

    /** The same as may be told in numbers, the largest group first and the rest last; empty where nothing may. */
    static <E extends Enum<E>> Map<E, Integer> told(Map<E, Integer> people, E rest) {
        var all = people.values().stream().mapToInt(Integer::intValue).sum();
        var told = new LinkedHashMap<E, Integer>();
        of(people, rest)
                .filter(groups -> groups.named().values().stream().allMatch(some -> Gate.lets(some, all - some)))
                .ifPresent(groups -> {
                    groups.named()
                            .forEach((name, some) -> told.put(Enum.valueOf(rest.getDeclaringClass(), name), some));
                    if (groups.other() > 0) {
                        told.put(rest, groups.other());
                    }
                });
        return Collections.unmodifiableMap(told);
    }
}
