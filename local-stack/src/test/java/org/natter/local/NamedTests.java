package org.natter.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tests that a row of a document names in backticks: {@code SomeTest}, {@code SomeTest.method}, or the method alone of a
 * class that the row has named before. A name may be cut with a "…" at either end.
 */
final class NamedTests {

    /** Where the repository lies. */
    static final Path TOP = Path.of("").toAbsolutePath().getParent();

    private static final Map<String, String> TESTS = tests();

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("([A-Z]\\w+(?:Test|Contract|Body))(?:[.](…?\\w+…?))?");
    private static final Pattern METHOD = Pattern.compile("…?[a-zA-Z]\\w*[A-Z]\\w*…?");
    /** What makes a test of a method, or runs those of a class. */
    private static final Pattern RUNS =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Nested)\\b");

    private static final Pattern MEMBER = Pattern.compile("\\b(?:void|class) \\w+");

    private static final Pattern PARENT = Pattern.compile("class \\w+(?:<[^{]*>)? extends (?:\\w+[.])*(\\w+)");

    private NamedTests() {}

    /** What a row names and nobody has written. */
    static List<String> missingIn(String row) {
        var missing = new ArrayList<String>();
        var classes = new ArrayList<String>();
        for (var name : codeIn(row)) {
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

    /** Whether this is a test with its class, as the first of a row has to be. */
    static boolean isWithItsClass(String code) {
        return CLASS.matcher(code).matches();
    }

    /** Whether this would be the name of a test, whether there is one or not. */
    static boolean looksLikeOne(String code) {
        return isWithItsClass(code) || METHOD.matcher(code).matches() && !Character.isUpperCase(code.charAt(0));
    }

    /** Everything in backticks, in its order. */
    static List<String> codeIn(String row) {
        return CODE.matcher(row).results().map(code -> code.group(1)).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean has(List<String> classes, String method) {
        return classes.stream().anyMatch(one -> !isOff(TESTS.getOrDefault(one, "")) && holds(withParents(one), method));
    }

    /** Whether a class is switched off as a whole. */
    static boolean isOff(String source) {
        return source.lines().anyMatch(line -> line.startsWith("@Disabled"));
    }

    /** Whether a test of this name runs there. Set-up, helpers and what is switched off hold nothing. */
    static boolean holds(String source, String name) {
        var words = Pattern.quote(name.replace("…", ""));
        var sought = Pattern.compile("\\b(?:void|class) " + (name.startsWith("…") ? "\\w*" : "") + words
                + (name.endsWith("…") ? "" : "\\b"));
        var lines = source.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> sought.matcher(lines.get(at)).find())
                .anyMatch(at -> {
                    var marks = marksOf(lines, at);
                    return RUNS.matcher(marks).find()
                            && !marks.contains("@Disabled")
                            && !aroundOf(lines, at).contains("@Disabled");
                });
    }

    /** The annotations above the member that begins in this line, and those in it. */
    private static String marksOf(List<String> lines, int at) {
        var marks = new StringBuilder(MEMBER.split(lines.get(at))[0]);
        for (var above = at - 1; above >= 0 && !isEndOfAnother(lines.get(above)); above--) {
            var line = lines.get(above).strip();
            if (!line.startsWith("*") && !line.startsWith("/")) {
                marks.insert(0, line + "\n");
            }
        }
        return marks.toString();
    }

    private static boolean isEndOfAnother(String line) {
        return line.isBlank()
                || line.matches(" {0,8}\\}")
                || MEMBER.matcher(line).find() && !line.contains("*");
    }

    /** The annotations of the class within which it lies in another. */
    private static String aroundOf(List<String> lines, int at) {
        if (!lines.get(at).startsWith(" ".repeat(8))) {
            return "";
        }
        return IntStream.iterate(at - 1, above -> above >= 0, above -> above - 1)
                .filter(above -> lines.get(above).matches(" {4}(?:\\w+ )*class \\w+.*"))
                .mapToObj(above -> marksOf(lines, above))
                .findFirst()
                .orElse("");
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
                    NamedTests::read,
                    String::concat,
                    LinkedHashMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
