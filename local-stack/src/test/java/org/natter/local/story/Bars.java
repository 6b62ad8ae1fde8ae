package org.natter.local.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What Natter is to reach on a small machine, beside what was measured: met or not met, or not measured in this run. */
final class Bars {

    private static final int ROOM = 1_500;
    private static final double PER_SECOND = 150;
    private static final double P99 = 400;
    private static final int SMALL = 200;
    private static final int LARGE = 5_000;
    private static final double DEARER = 1.5;
    private static final double REBOOKING_P99 = 2_000;
    private static final double OVERVIEW_P99 = 300;
    private static final double OVERVIEW_AFTER = 1_000;
    private static final double PAGE_P95 = 200;
    private static final double MEGABYTES = 800;
    private static final List<String> STEPS = List.of("ask", "confirm", "come in");

    private final Sheet sheet;
    private final List<Bar> bars = new ArrayList<>();

    /** One line of the table. */
    record Bar(String what, String measured, Optional<Boolean> met) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-76s %-58s %s",
                    what,
                    measured,
                    met.map(is -> is ? "met" : "not met").orElse("not measured"));
        }
    }

    private Bars(Sheet sheet) {
        this.sheet = sheet;
    }

    /** All bars, a line each, in the order of the steps. */
    static List<Bar> of(Sheet sheet) {
        var table = new Bars(sheet);
        table.rooms();
        table.growth();
        table.overview();
        table.rebooking();
        table.pages();
        table.memory();
        return List.copyOf(table.bars);
    }

    private void rooms() {
        STEPS.forEach(step -> add(
                step + " of " + ROOM + " people: 150 a second or more, p99 under 400 ms",
                sheet.row(step, ROOM),
                row -> words("%.0f a second, p99 %.0f ms", row.number("served"), row.number("p99")),
                row -> row.number("served") >= PER_SECOND && row.number("p99") < P99));
    }

    /** The smallest room that is more than warm-up is the base: at 50 people a step lasts a third of a second. */
    private void growth() {
        STEPS.forEach(step -> {
            var base = sheet.row(step, SMALL).map(row -> row.number("machineEach"));
            add(
                    step + ", machine time each: at 5,000 people at most 1.5 times that at 200",
                    sheet.row(step, LARGE).filter(row -> base.isPresent()),
                    row -> words(
                            "%.1f ms to %.1f ms, %.2f times",
                            row.number("machineEach"),
                            base.orElseThrow(),
                            row.number("machineEach") / base.orElseThrow()),
                    row -> row.number("machineEach") <= DEARER * base.orElseThrow());
        });
    }

    private void overview() {
        add(
                "check-in to overview of 1,500 at 50 a second: p99 under 300 ms, 1 s after",
                sheet.row(WatchedDoor.WHAT, ROOM),
                row -> words("p99 %.0f ms, %.0f ms after the last", row.number("p99"), row.number("afterTheLast")),
                row -> row.number("p99") < OVERVIEW_P99 && row.number("afterTheLast") <= OVERVIEW_AFTER);
    }

    private void rebooking() {
        add(
                "book, cancel, book again, each call: p99 under 2 s",
                slowest(Rebooking.CALLS, Rebooking.EACH, "p99"),
                row -> words("p99 %.0f ms (%s, %d clients)", row.number("p99"), row.what(), row.people()),
                row -> row.number("p99") < REBOOKING_P99);
        add(
                "book, cancel, book again: every answer is right",
                sheet.all(Rebooking.ANSWERS).stream().findFirst(),
                row -> words(
                        "%.0f wrong of %d clients' answers, %.0f places taken at most",
                        row.number("wrong"), row.people(), row.number("mostAtOnceByLedger")),
                row -> row.number("wrong") == 0);
    }

    private void pages() {
        add(
                "each page: p95 under 200 ms",
                slowest(BusyPages.PAGE, BusyPages.EACH, "p95"),
                row -> words("p95 %.0f ms (%s)", row.number("p95"), row.what()),
                row -> row.number("p95") < PAGE_P95);
    }

    private void memory() {
        add(
                "memory at most after 5,000 bookings: under 800 MB",
                sheet.all("memory").stream()
                        .filter(row -> row.people() >= LARGE)
                        .findFirst(),
                row -> words("%.0f MB after %d bookings", row.number("most"), row.people()),
                row -> row.number("most") < MEGABYTES);
    }

    private Optional<Sheet.Row> slowest(String words, List<String> each, String figure) {
        return each.stream()
                .flatMap(one -> sheet.all(words + one).stream())
                .max(Comparator.comparingDouble(row -> row.number(figure)));
    }

    private void add(
            String what, Optional<Sheet.Row> row, Function<Sheet.Row, String> measured, Predicate<Sheet.Row> met) {
        bars.add(new Bar(what, row.map(measured).orElse(""), row.map(met::test)));
    }

    private static String words(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
