package org.natter.local.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was measured in one run, a line each: printed at once, kept as JSON in the end. */
final class Sheet {

    private static final Path KEPT = Path.of("target", "benchmarks.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Row> rows = new ArrayList<>();

    /** One line: what was done, of how many people, and the figures by name. */
    record Row(String what, int people, Map<String, Object> figures) {

        Row {
            figures = new LinkedHashMap<>(figures);
        }

        double number(String figure) {
            return figures.get(figure) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-34s %5s  ", what, people == 0 ? "" : people)
                    + figures.entrySet().stream()
                            .map(figure -> figure.getKey() + " " + words(figure.getValue()))
                            .collect(Collectors.joining("  "));
        }

        private static String words(Object figure) {
            return figure instanceof Double real ? String.format(Locale.ROOT, "%.1f", real) : figure.toString();
        }
    }

    /** Says one line; no people where it is of none in particular. */
    void say(String what, int people, Map<String, Object> figures) {
        var row = new Row(what, people, figures);
        rows.add(row);
        System.out.println(row);
    }

    /** The last line of this, of so many people. */
    Optional<Row> row(String what, int people) {
        return all(what).stream().filter(row -> row.people() == people).reduce((earlier, later) -> later);
    }

    /** All lines of this, in the order said. */
    List<Row> all(String what) {
        return rows.stream().filter(row -> row.what().equals(what)).toList();
    }

    /** Forgets what was said so far: that was to warm up. */
    void clear() {
        rows.clear();
    }

    /** Writes all of it down, and says where. */
    void keep() throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("commit", System.getProperty("natter.commit", "unknown"));
        all.put("at", Instant.now().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.put("java", System.getProperty("java.vm.version"));
        all.put("rows", rows);
        Files.writeString(KEPT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.out.println("written to local-stack/" + KEPT);
    }

    /** The last run as it was kept. */
    static Kept kept() throws IOException {
        var all = JSON.readTree(Files.readString(KEPT));
        var sheet = new Sheet();
        for (var row : all.path("rows")) {
            sheet.rows.add(
                    new Row(row.path("what").asString(), row.path("people").asInt(), numbers(row)));
        }
        return new Kept(
                all.path("commit").asString(),
                Instant.parse(all.path("at").asString()),
                all.path("processors").asInt(),
                sheet);
    }

    /** A run of before: of which commit, when, on how many processors. */
    record Kept(String commit, Instant at, int processors, Sheet sheet) {}

    private static Map<String, Object> numbers(JsonNode row) {
        var numbers = new LinkedHashMap<String, Object>();
        row.path("figures").properties().stream()
                .filter(figure -> figure.getValue().isNumber())
                .forEach(
                        figure -> numbers.put(figure.getKey(), figure.getValue().asDouble()));
        return numbers;
    }
}
