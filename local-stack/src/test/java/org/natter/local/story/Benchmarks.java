package org.natter.local.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private final List<String> failed = new ArrayList<>();

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
            each(steps, "rooms", rooms::measure);
            each(steps, "twenty", people -> new TwentyEvents(bench).measure(people));
            each(steps, "rebook", clients -> new Rebooking(bench).measure(clients));
            each(steps, "mails", people -> new CallingOff(bench).measure(people));
            if (steps.containsKey("ratios")) {
                attempt("ratios", () -> ratios(bench, sizes(steps, "rooms"), sizes(steps, "ratios")));
            }
            each(steps, "pages", openings -> new BusyPages(bench).measure(openings));
        }
        sheet.keep();
        System.out.println();
        Bars.of(sheet).forEach(System.out::println);
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Not measured: " + failed);
        }
    }

    private void each(Map<String, List<Integer>> steps, String step, Measured measured) throws InterruptedException {
        for (var size : sizes(steps, step)) {
            attempt(step + " " + size, () -> measured.with(size));
        }
    }

    /** What fails is said at once and again in the end; what was measured before and comes after counts all the same. */
    private void attempt(String step, Attempt attempt) throws InterruptedException {
        try {
            attempt.run();
        } catch (IOException | TimeoutException | RuntimeException failure) {
            failed.add(step);
            System.out.println(step + " was not measured: " + failure.getMessage());
        }
    }

    /** A step with one of its sizes. */
    private interface Measured {
        void with(int size) throws IOException, InterruptedException, TimeoutException;
    }

    private interface Attempt {
        void run() throws IOException, InterruptedException, TimeoutException;
    }

    /** Beside the largest room of this run; a run without rooms has one for this. */
    private static void ratios(Bench bench, List<Integer> rooms, List<Integer> own)
            throws IOException, InterruptedException {
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
