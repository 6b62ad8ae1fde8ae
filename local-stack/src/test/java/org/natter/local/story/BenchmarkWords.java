package org.natter.local.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words after {@code local-stack/benchmarks}: names of steps, each followed by its sizes; sizes alone are of rooms. */
final class BenchmarkWords {

    /** The steps in the order in which they are done, with the sizes that each has if none is given. */
    private static final Map<String, List<Integer>> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("rooms", List.of(50, 200, 800, 1_500, 5_000));
        STEPS.put("twenty", List.of(75));
        STEPS.put("rebook", List.of(200));
        STEPS.put("mails", List.of(800));
        STEPS.put("ratios", List.of());
        STEPS.put("pages", List.of(200));
        STEPS.put("picture", List.of());
    }

    private BenchmarkWords() {}

    /**
     * The steps meant, in the order in which they are done, with their sizes; all of them if nothing is said.
     *
     * @throws IllegalArgumentException for a word that is no step
     */
    static Map<String, List<Integer>> read(String words) {
        var said = new LinkedHashMap<String, List<Integer>>();
        var step = "rooms";
        for (var word : words.strip().split("[, ]+")) {
            if (word.matches("[0-9]{1,4}")) {
                said.computeIfAbsent(step, one -> new ArrayList<>()).add(Integer.parseInt(word));
            } else if (!word.isEmpty()) {
                if (!STEPS.containsKey(word)) {
                    throw new IllegalArgumentException("\"" + word + "\" is none of " + STEPS.keySet());
                }
                step = word;
                said.computeIfAbsent(step, one -> new ArrayList<>());
            }
        }
        return STEPS.entrySet().stream()
                .filter(one -> said.isEmpty() || said.containsKey(one.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> said.getOrDefault(one.getKey(), List.of()).isEmpty()
                                ? one.getValue()
                                : List.copyOf(said.get(one.getKey())),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
