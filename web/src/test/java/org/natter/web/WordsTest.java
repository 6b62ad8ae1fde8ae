package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words that people should not have to read, and markup that must not be written. */
class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<Path> BUNDLES = List.of(
            RESOURCES.resolve("web-messages.properties"),
            Path.of("../attendee-service/src/main/resources/mail-messages.properties"),
            Path.of("../attendee-service/src/main/resources/history-messages.properties"),
            Path.of("../attendee-service/src/main/resources/cpd-messages.properties"));
    private static final Pattern BANNED = Pattern.compile(
            "\\b(leverag\\w*|contacts?|connections?|leads?|to network|networked|engagement|scores?|rank\\w*|match(es|ed)?"
                    + "|registrations?|diar(y|ies)|failed|invalid|oops)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LOST = Pattern.compile(
            "\\b(itll|youll|theyll|youre|theyre|dont|doesnt|didnt|cant|wont|isnt|arent|wasnt|werent|hadnt|havent"
                    + "|hasnt|couldnt|thats|theres|heres|whats|youve|weve|theyve)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void theBundleIsFreeOfBannedWords() throws IOException {
        assertThat(bannedIn(bundle())).isEmpty();
        assertThat(bannedIn(bundle(BUNDLES.get(BUNDLES.size() - 1)))).isEmpty();
    }

    @Test
    void aBannedWordIsFound() {
        var planted = new Properties();
        planted.setProperty("planted", "Oops, that failed.");

        assertThat(bannedIn(planted)).hasSize(1);
    }

    @Test
    void templatesAreFreeOfBannedWordsAndRawOutput() throws IOException {
        for (var template : templates()) {
            var markup = Files.readString(template);
            var text = markup.replaceAll("<[^>]*>", " ");

            assertThat(BANNED.matcher(text).find()).as(template.toString()).isFalse();
            assertThat(markup)
                    .as(template.toString())
                    .doesNotContain("th:utext", "[(", "th:style", " style=\"", "hx-on", "<style", "onclick");
        }
    }

    @Test
    void apostrophesAreWrittenTwice() throws IOException {
        for (var line : Files.readAllLines(RESOURCES.resolve("web-messages.properties"))) {
            assertThat(line.replace("''", "")).as(line).doesNotContain("'");
        }
    }

    @Test
    void noContractionHasLostItsApostrophe() throws IOException {
        for (var bundle : BUNDLES) {
            assertThat(Files.readAllLines(bundle))
                    .as(bundle.toString())
                    .allSatisfy(line -> assertThat(LOST.matcher(line.substring(line.indexOf('=') + 1))
                                    .find())
                            .as(line)
                            .isFalse());
        }
    }

    /** A choice with a figure in it is read twice, and each time two apostrophes become one. */
    @Test
    void noSentenceLosesAnApostropheOnceItsFiguresAreIn() throws IOException {
        var said = bundle().values().stream()
                .map(String::valueOf)
                .filter(words -> words.contains(",choice,"))
                .flatMap(words -> IntStream.range(0, 4).mapToObj(figure -> said(words, figure)))
                .toList();

        assertThat(said("{0,choice,1#One didn''t|1<{0} didn''t}", 2)).matches(LOST.asPredicate());
        assertThat(said).hasSizeGreaterThan(100).noneMatch(LOST.asPredicate());
    }

    private static String said(String words, int figure) {
        return new MessageFormat(words, Locale.UK)
                .format(Collections.nCopies(9, figure).toArray());
    }

    /** A kind of library is a sector to us alone, and how to find us is not also how to spot us. */
    /** "The one place is taken, and 1 of those people isn't here yet." */
    @Test
    void aFullRoomIsSaidOfOneAndOfMany() throws IOException {
        var said = bundle().entrySet().stream()
                .filter(entry -> entry.getKey().toString().endsWith(".FULL.TO_COME"))
                .map(entry -> entry.getValue().toString())
                .toList();

        assertThat(said).hasSize(5);
        assertThat(said).allSatisfy(words -> {
            assertThat(full(words, 1, 1)).contains("The only place is taken, and one person is still to come.");
            assertThat(full(words, 2, 1)).contains("Both places are taken, and one person is still to come.");
            assertThat(full(words, 36, 1)).contains("All 36 places are taken, and one person is still to come.");
            assertThat(full(words, 36, 3)).contains("All 36 places are taken, and 3 people are still to come.");
        });
    }

    /** At the list somebody's name stands before them. */
    private static String full(String words, int places, int missing) {
        return new MessageFormat(words, Locale.UK).format(new Object[] {places, missing, "", places, missing});
    }

    @Test
    void oneThingHasOneNameForPeople() throws IOException {
        var otherNames = Pattern.compile("\\bsectors?\\b|\\bspot us\\b", Pattern.CASE_INSENSITIVE);
        for (var bundle : BUNDLES) {
            assertThat(Files.readAllLines(bundle))
                    .as(bundle.toString())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(otherNames
                                    .matcher(line.substring(line.indexOf('=') + 1))
                                    .find())
                            .as(line)
                            .isFalse());
        }
    }

    @Test
    void everyKeyOfATemplateIsInTheBundle() throws IOException {
        var keys = bundle();
        var used = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]");
        for (var template : templates()) {
            var found = used.matcher(Files.readString(template));
            while (found.find()) {
                assertThat(keys.containsKey(found.group(1)))
                        .as(template + ": " + found.group(1))
                        .isTrue();
            }
        }
    }

    @Test
    void everyKeyOfTheBundleIsAskedFor() throws IOException {
        var used = new UsedWords(sources());

        assertThat(bundle().stringPropertyNames())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(used.has(key)).as(key).isTrue());
    }

    @Test
    void aKeyThatNobodyAsksForIsFound() {
        var used = new UsedWords("""
                say("plain.words"); say("kind." + kind); say(key + ".first"); 'page.' + page.key + '.title'; say("known.page")
                """);

        assertThat(List.of("plain.words", "plain.words.first", "kind.PUB", "page.known.page.title"))
                .allMatch(used::has);
        assertThat(List.of("plain", "plain.words.second", "kind.PUB.more", "page.other.page.title", "page.known.page"))
                .noneMatch(used::has);
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        for (var folder : List.of(Path.of("src/main/java"), RESOURCES.resolve("templates"))) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        return all.toString();
    }

    private static List<String> bannedIn(Properties bundle) {
        var found = new ArrayList<String>();
        bundle.forEach((key, words) -> {
            if (BANNED.matcher(words.toString()).find()) {
                found.add(key + "=" + words);
            }
        });
        return found;
    }

    private static Properties bundle() throws IOException {
        return bundle(BUNDLES.get(0));
    }

    private static Properties bundle(Path file) throws IOException {
        var bundle = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static List<Path> templates() throws IOException {
        try (var all = Files.walk(RESOURCES.resolve("templates/web"))) {
            return all.filter(path -> path.toString().endsWith(".html")).toList();
        }
    }
}
