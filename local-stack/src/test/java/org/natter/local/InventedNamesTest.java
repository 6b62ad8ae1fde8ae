package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everybody in tests, samples and the demo is invented: whatever looks like an address or a telephone number there is one
 * that nobody can have (RFC 2606, and the numbers that Ofcom keeps for drama).
 */
class InventedNamesTest {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@((?:[\\w-]+[.])+[A-Za-z]{2,})\\b");
    private static final Pattern NOBODYS =
            Pattern.compile("(?i)(?:.*[.])?(?:example|invalid|test|localhost|example[.](?:com|net|org))");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\w.,:-])(?:[+]44 ?|0)\\d{2,4} \\d{3,4} ?\\d{3,4}(?![\\w-])");

    /** What another test plants to be found. */
    private static final List<String> PLANTED = List.of("zz@quaxley.org");

    @Test
    void noAddressAndNoNumberIsAnybodys() throws IOException {
        var found = new ArrayList<String>();
        for (var folder : folders()) {
            try (var files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> somebodys(text(file))
                                .forEach(one -> found.add(NamedTests.TOP.relativize(file) + ": " + one)));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void somebodysIsFound() {
        assertThat(somebodys("wren@riverside.example, me@example.org, root@localhost, 07700 900123, v1.2.3@natter"))
                .isEmpty();
        var somebody = "a.person@" + "quaxley.org";
        var number = "020 " + "7123 1234";
        assertThat(somebodys("write to " + somebody + " or ring " + number)).containsExactly(somebody, number);
    }

    private static List<String> somebodys(String text) {
        var addresses = ADDRESS.matcher(text)
                .results()
                .filter(found -> !NOBODYS.matcher(found.group(1)).matches() && !PLANTED.contains(found.group()))
                .map(found -> found.group());
        var numbers = PHONE.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(number -> !number.replaceAll("[^0-9]", "").startsWith("07700900"));
        return Stream.concat(addresses, numbers).toList();
    }

    private static List<Path> folders() throws IOException {
        try (var modules = Files.list(NamedTests.TOP)) {
            return Stream.concat(
                            modules.map(module -> module.resolve("src/test")).filter(Files::isDirectory),
                            Stream.of("contracts/rest", "local-stack/src/main", "docs")
                                    .map(NamedTests.TOP::resolve))
                    .filter(folder -> !folder.endsWith("local-stack/src/main") || Files.isDirectory(folder))
                    .toList();
        }
    }

    /** What is no text says nothing. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException picture) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
