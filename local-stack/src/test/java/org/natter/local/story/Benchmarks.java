package org.natter.local.story;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures busy events, many events, many changes of mind, mails and pages against the whole of Natter in a process of its
 * own, with its own store and broker, on this machine. No part of a build: {@code local-stack/benchmarks} runs it and says what
 * its words mean.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS) // run by hand, on whatever else the machine does
class Benchmarks {

    private static final int WARM_UP = 50;
    private static final int ROOM_FOR_RATIOS = 800;

    @TempDir
    private Path folder;

    @Test
    void measure() throws Exception {
        var steps = BenchmarkWords.read(System.getProperty("natter.benchmarks", ""));
        if (!steps.keySet().equals(Set.of("picture"))) {
            run(steps);
        }
        if (steps.containsKey("picture")) {
            GrowthPicture.draw();
        }
    }

    private void run(Map<String, List<Integer>> steps) throws Exception {
        var sheet = new Sheet();
        try (var bench = new Bench(folder, sheet)) {
            var rooms = new BusyRooms(bench);
            rooms.measure(WARM_UP);
            sheet.clear();
            for (var people : sizes(steps, "rooms")) {
                rooms.measure(people);
            }
            for (var people : sizes(steps, "twenty")) {
                new TwentyEvents(bench).measure(people);
            }
            for (var clients : sizes(steps, "rebook")) {
                new Rebooking(bench).measure(clients);
            }
            for (var people : sizes(steps, "mails")) {
                new CallingOff(bench).measure(people);
            }
            if (steps.containsKey("ratios")) {
                ratios(bench, sizes(steps, "rooms"), sizes(steps, "ratios"));
            }
            for (var openings : sizes(steps, "pages")) {
                new BusyPages(bench).measure(openings);
            }
        }
        sheet.keep();
        System.out.println();
        Bars.of(sheet).forEach(System.out::println);
    }

    /** Beside the largest room of this run; a run without rooms has one for this. */
    private static void ratios(Bench bench, List<Integer> rooms, List<Integer> own) throws Exception {
        var largest = rooms.stream().max(Comparator.naturalOrder());
        var people = largest.orElseGet(() -> own.isEmpty() ? ROOM_FOR_RATIOS : own.get(0));
        if (largest.isEmpty()) {
            new BusyRooms(bench).measure(people);
        }
        new Shares(bench).measure(people);
    }

    private static List<Integer> sizes(Map<String, List<Integer>> steps, String step) {
        return steps.getOrDefault(step, List.of());
    }
}
