package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every test that {@code docs/promises.md} names exists, so that no promise there is held by nothing. */
class PromisesTest {

    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final String PROMISES = read(TOP.resolve("docs/promises.md"));
    private static final Map<String, String> TESTS = tests();

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("([A-Z]\\w+(?:Test|Contract|Body))(?:[.](…?\\w+…?))?");
    private static final Pattern METHOD = Pattern.compile("…?[a-zA-Z]\\w*[A-Z]\\w*…?");
    private static final Pattern PARENT = Pattern.compile("class \\w+(?:<[^{]*>)? extends (?:\\w+[.])*(\\w+)");

    @Test
    void everyTestThatAPromiseNamesExists() {
        var missing = new ArrayList<String>();
        PROMISES.lines().filter(line -> line.startsWith("|")).forEach(row -> missing.addAll(missingIn(row)));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyFaultThatWasFoundHasItsRow() {
        var named = new TreeSet<String>();
        PROMISES.lines()
                .filter(line -> line.startsWith("|"))
                .map(row -> row.split("[|]")[1])
                .forEach(first -> named.addAll(List.of(first.strip().split("[^A-Z0-9]+"))));

        assertThat(named).containsAll(faults());
        assertThat(PROMISES)
                .contains(IntStream.rangeClosed(1, 15)
                        .mapToObj(number -> "\n| " + number + " | ")
                        .toList());
    }

    @Test
    void aNameOfNoTestIsMissed() {
        assertThat(missingIn("| F0 | A thing holds | `PromisesTest.everyTestThatAPromiseNamesExists`, `aNameOf…` | |"))
                .isEmpty();
        assertThat(missingIn("| F0 | A thing holds | `PromisesTest.nobodyWroteThis`, `norThisOne…` | `NoSuchTest` |"))
                .containsExactly("PromisesTest.nobodyWroteThis", "norThisOne…", "NoSuchTest");
    }

    private static List<String> faults() {
        return IntStream.rangeClosed(1, 31).mapToObj(number -> "F" + number).toList();
    }

    /** What a row names and nobody has written; a method without its class belongs to one that the row has named before. */
    private static List<String> missingIn(String row) {
        var missing = new ArrayList<String>();
        var classes = new ArrayList<String>();
        var code = CODE.matcher(row);
        while (code.find()) {
            var name = code.group(1);
            var test = CLASS.matcher(name);
            if (test.matches()) {
                classes.add(test.group(1));
                if (!TESTS.containsKey(test.group(1))
                        || test.group(2) != null && !has(List.of(test.group(1)), test.group(2))) {
                    missing.add(name);
                }
            } else if (METHOD.matcher(name).matches() && !classes.isEmpty() && !has(classes, name)) {
                missing.add(name);
            }
        }
        return missing;
    }

    private static boolean has(List<String> classes, String method) {
        var words = Pattern.quote(method.replace("…", ""));
        var sought = Pattern.compile("(?:void|class) " + (method.startsWith("…") ? "\\w*" : "") + words
                + (method.endsWith("…") ? "" : "\\b"));
        return classes.stream().anyMatch(one -> sought.matcher(withParents(one)).find());
    }

    /** The source of a class, with that of those whose tests it runs. */
    private static String withParents(String name) {
        var source = TESTS.getOrDefault(name, "");
        var parent = PARENT.matcher(source);
        return parent.find() ? source + withParents(parent.group(1)) : source;
    }

    private static Map<String, String> tests() {
        try (var files = Files.find(
                TOP,
                20,
                (file, kind) ->
                        file.toString().endsWith(".java") && file.toString().contains("/src/test/java/"))) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""),
                    PromisesTest::read,
                    String::concat,
                    LinkedHashMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
