package org.natter.local.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws how machine time and 99th percentile grow with the size of a room, from the last run that was kept: two charts, a line
 * a step with a mark of its own form, all numbers below. Cost is drawn from nothing on, the percentile logarithmically. Colours are those of the pages, by day and by night.
 */
final class GrowthPicture {

    private static final Path PICTURE = Path.of("..", "docs", "pictures", "benchmarks.svg");
    private static final List<String> STEPS = List.of("ask", "confirm", "come in");
    private static final int LEAST_ROOMS = 2;

    private static final int WIDTH = 960;
    private static final int TOP = 84;
    private static final int HEIGHT = 230;
    private static final int PLOT = 300;
    private static final int FIRST = 76;
    private static final int SECOND = 556;
    private static final int BELOW = TOP + HEIGHT + 62;
    private static final int LINE = 21;
    private static final int MARK = 5;
    private static final int APART = 17;
    private static final double ROOM = 1.2;
    private static final List<Integer> ROUND =
            List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000);

    private final Sheet.Kept kept;
    private final List<Integer> rooms;
    private final StringBuilder svg = new StringBuilder();

    private GrowthPicture(Sheet.Kept kept) {
        this.kept = kept;
        this.rooms = kept.sheet().all(STEPS.get(0)).stream()
                .map(Sheet.Row::people)
                .distinct()
                .sorted()
                .toList();
    }

    /** Draws it anew; says so instead if the last run had fewer than two rooms. */
    static void draw() throws IOException {
        var picture = new GrowthPicture(Sheet.kept());
        if (picture.rooms.size() < LEAST_ROOMS) {
            System.out.println("no picture: the last run had fewer than two rooms");
            return;
        }
        Files.writeString(PICTURE, picture.whole());
        System.out.println("drawn: docs/pictures/benchmarks.svg");
    }

    private String whole() {
        var captions = List.of(
                "Machine time each, in ms, " + inRooms(),
                figures("machineEach"),
                "99th percentile, in ms, " + inRooms(),
                figures("p99"),
                where());
        var height = BELOW + captions.size() * LINE + 10;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t d\">%n",
                WIDTH,
                height));
        svg.append("<title id=\"t\">What a request costs as the room grows</title>\n<desc id=\"d\">");
        svg.append(String.join(" ", captions)).append("</desc>\n").append(STYLE);
        svg.append(String.format(
                Locale.ROOT, "<rect class=\"ground\" width=\"%d\" height=\"%d\" rx=\"16\"/>%n", WIDTH, height));
        chart(
                FIRST,
                "Machine time each",
                "in milliseconds, by people in the room",
                "machineEach",
                most -> Scale.even(most, TOP + HEIGHT, TOP));
        chart(
                SECOND,
                "99th percentile",
                "in milliseconds (logarithmic), by people in the room",
                "p99",
                most -> Scale.logarithmic(least("p99") / ROOM, most, TOP + HEIGHT, TOP));
        for (int line = 0; line < captions.size(); line++) {
            text("note", 28, BELOW + line * LINE, "start", captions.get(line));
        }
        return svg.append("</svg>\n").toString();
    }

    private void chart(int left, String title, String note, String figure, DoubleFunction<Scale> upTo) {
        var across = Scale.logarithmic(rooms.get(0), rooms.get(rooms.size() - 1), left, left + PLOT);
        var up = upTo.apply(most(figure) * ROOM);
        text("title", left - 48, 40, "start", title);
        text("note", left - 48, 62, "start", note);
        for (var tick : up.ticks()) {
            var y = up.at(tick);
            svg.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>%n", left, y, left + PLOT));
            text("note", left - 8, y + 5, "end", grouped(tick));
        }
        rooms.forEach(room -> text("note", across.at(room), TOP + HEIGHT + 24, "middle", grouped(room)));
        STEPS.forEach(step -> line(step, figure, across, up));
        names(left + PLOT + 12, figure, up);
    }

    private void line(String step, String figure, Scale across, Scale up) {
        var rows = rows(step);
        var path = rows.stream()
                .map(row -> String.format(Locale.ROOT, "%.1f %.1f", across.at(row.people()), up.at(row.number(figure))))
                .collect(Collectors.joining("L", "M", ""));
        svg.append(String.format(Locale.ROOT, "<path class=\"line %s\" d=\"%s\"/>%n", name(step), path));
        rows.forEach(row -> mark(step, across.at(row.people()), up.at(row.number(figure))));
    }

    /** A disc, a square, a triangle: nobody has to tell colours apart. */
    private void mark(String step, double x, double y) {
        var form = switch (step) {
            case "ask" ->
                String.format(
                        Locale.ROOT,
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>%n",
                        name(step),
                        x,
                        y,
                        MARK);
            case "confirm" ->
                String.format(
                        Locale.ROOT,
                        "<path class=\"%s\" d=\"M%.1f %.1fh%dv%dh-%dz\"/>%n",
                        name(step),
                        x - MARK,
                        y - MARK,
                        2 * MARK,
                        2 * MARK,
                        2 * MARK);
            default ->
                String.format(
                        Locale.ROOT,
                        "<path class=\"%s\" d=\"M%.1f %.1fl%d %dh-%dz\"/>%n",
                        name(step),
                        x,
                        y - MARK - 1,
                        MARK + 1,
                        2 * MARK + 1,
                        2 * MARK + 2);
        };
        svg.append(form);
    }

    /** Each line's name where it ends, moved down where it would lie on another. */
    private void names(int x, String figure, Scale up) {
        var last = Double.NEGATIVE_INFINITY;
        for (var step : STEPS.stream()
                .filter(one -> !rows(one).isEmpty())
                .sorted(Comparator.comparingDouble(one -> end(one, figure, up)))
                .toList()) {
            last = Math.max(end(step, figure, up), last + APART);
            text("name " + name(step), x, last + 5, "start", step);
        }
    }

    private double least(String figure) {
        return numbers(figure).min().orElseThrow();
    }

    private double most(String figure) {
        return numbers(figure).max().orElseThrow();
    }

    private DoubleStream numbers(String figure) {
        return STEPS.stream().flatMap(step -> rows(step).stream()).mapToDouble(row -> row.number(figure));
    }

    private double end(String step, String figure, Scale up) {
        var rows = rows(step);
        return up.at(rows.get(rows.size() - 1).number(figure));
    }

    private String inRooms() {
        return "in rooms of " + joined(rooms.stream().map(GrowthPicture::grouped)) + " people:";
    }

    private String figures(String figure) {
        return STEPS.stream()
                        .map(step -> step + " " + joined(rows(step).stream().map(row -> number(row.number(figure)))))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String joined(Stream<String> numbers) {
        return numbers.collect(Collectors.joining(" / "));
    }

    private String where() {
        return String.format(
                Locale.ROOT,
                "%d processors, the asking program on the same; %s, commit %s. Open model, %.0f a second.",
                kept.processors(),
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
                        .format(LocalDate.ofInstant(kept.at(), ZoneOffset.UTC)),
                kept.commit(),
                kept.sheet().all(STEPS.get(0)).get(0).number("asked"));
    }

    /** One step's lines, the smallest room first. */
    private List<Sheet.Row> rows(String step) {
        return rooms.stream()
                .flatMap(room -> kept.sheet().row(step, room).stream())
                .toList();
    }

    private void text(String style, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style,
                x,
                y,
                anchor,
                words));
    }

    private static String name(String step) {
        return step.replace(' ', '-');
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 100 ? "%.1f" : "%,.0f", figure);
    }

    /** An axis from one point of the picture to another: even from nothing on, or logarithmic. */
    private record Scale(double least, double most, double from, double to) {

        private static final int TICKS = 6;
        private static final int FINE = 200;

        static Scale even(double most, double from, double to) {
            return new Scale(0, most, from, to);
        }

        static Scale logarithmic(double least, double most, double from, double to) {
            return new Scale(least, most, from, to);
        }

        double at(double value) {
            var share = least == 0 ? value / most : Math.log(value / least) / Math.log(most / least);
            return from + share * (to - from);
        }

        /** Round numbers: a few at equal distances, or one, two and five times the powers of ten. */
        List<Integer> ticks() {
            return least == 0 ? evenTicks() : logarithmicTicks();
        }

        private List<Integer> evenTicks() {
            var step = ROUND.stream()
                    .filter(one -> most / one <= TICKS)
                    .findFirst()
                    .orElseThrow();
            return Stream.iterate(0, tick -> tick <= most, tick -> tick + step).toList();
        }

        /** Powers of ten alone where more would be many. */
        private List<Integer> logarithmicTicks() {
            return ROUND.stream()
                    .filter(one -> one >= least && one <= most)
                    .filter(one -> most / least < FINE || Math.log10(one) % 1 == 0)
                    .toList();
        }
    }

    private static final String STYLE = """
            <style>
              .ground { fill: #ffffff; stroke: #e4ddd1; }
              text { font: 14px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; fill: #1f2328; }
              .title { font: 600 19px "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Liberation Serif", serif; }
              .note { fill: #57606a; font-size: 13px; }
              .grid { stroke: #e4ddd1; fill: none; }
              .ask { fill: #00695c; stroke: #00695c; }
              .confirm { fill: #12436d; stroke: #12436d; }
              .come-in { fill: #801650; stroke: #801650; }
              @media (prefers-color-scheme: dark) {
                .ground { fill: #1d2329; stroke: #333b43; }
                text { fill: #e8eaed; }
                .note { fill: #a8b0b8; }
                .grid { stroke: #333b43; }
                .ask { fill: #5cc8b7; stroke: #5cc8b7; }
                .confirm { fill: #7fb2e5; stroke: #7fb2e5; }
                .come-in { fill: #e59ac4; stroke: #e59ac4; }
              }
              .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
              .name { font-weight: 600; stroke: none; }
            </style>
            """;
}
