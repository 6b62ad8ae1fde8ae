package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the walks in {@code docs/architecture.md} name of our code stands there under that name. */
class WalksTest {

    private static final Pattern OURS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:[.]([a-z]\\w*)(?:[(].*[)])?)?");

    private static final List<String> SOURCES = sources();

    @Test
    void everyTypeAndMethodThatAWalkNamesExists() {
        assertThat(missingIn(NamedTests.read(NamedTests.TOP.resolve("docs/architecture.md"))))
                .isEmpty();
    }

    @Test
    void aNameOfNothingIsMissed() {
        assertThat(missingIn("`BookingWish`, `BookingApi.ask`, `Step.applyTo(Answer)`, `natter.events` and `POST /x`"))
                .isEmpty();
        assertThat(missingIn("`BookingVish`, `BookingApi.beg`, `Wish`"))
                .containsExactly("BookingVish", "BookingApi.beg");
    }

    private static List<String> missingIn(String words) {
        return NamedTests.codeIn(words).stream()
                .filter(code -> OURS.matcher(code).matches() && !exists(code))
                .toList();
    }

    private static boolean exists(String code) {
        var name = OURS.matcher(code);
        var declared = name.matches() ? "\\b(?:class|record|interface|enum) " + name.group(1) + "\\b" : code;
        var method = name.group(2) == null ? "" : "\\b" + name.group(2) + "[(]";
        var type = Pattern.compile(declared);
        var member = Pattern.compile(method);
        return SOURCES.stream()
                .anyMatch(source ->
                        type.matcher(source).find() && member.matcher(source).find());
    }

    private static List<String> sources() {
        try (var files = Files.find(
                NamedTests.TOP,
                20,
                (file, kind) ->
                        file.toString().endsWith(".java") && file.toString().contains("/src/main/java/"))) {
            return files.map(NamedTests::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
