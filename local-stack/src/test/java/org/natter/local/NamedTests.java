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
    /** What runs: an annotation of a test, whatever stands between it and the name, but no end of another. Set-up, helpers and what is switched off hold nothing. */
    private static final String TEST_OF = "@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Nested)\\b"
            + "(?:(?!@Disabled|\\n {4}(?: {4})?\\}\\n)[\\s\\S])*?\\b(?:void|class) ";

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
        var words = Pattern.quote(method.replace("…", ""));
        var sought = Pattern.compile(
                TEST_OF + (method.startsWith("…") ? "\\w*" : "") + words + (method.endsWith("…") ? "" : "\\b"));
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
                    NamedTests::read,
                    String::concat,
                    LinkedHashMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
