package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Thymeleaf passes over in silence. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** An element with {@code th:replace} is gone before its {@code th:if} is asked (precedence 1 and 3). */
    private static final Pattern CONDITION_THAT_NOBODY_ASKS =
            Pattern.compile("<(?=[^>]*th:replace=)[^>]*th:(?:if|unless)=[^>]*>");

    private static final Pattern PRESSED_BY_ANOTHER_NAME =
            Pattern.compile("<(?:a|button|summary)\\b(?=[^>]*aria-label=\"?([^\"]*)\")(?=[^>]*th:text=\"([^\"]*)\")");

    /** A constant whose name is compared as text stays compared when it is called otherwise, and is never equal again. */
    private static final Pattern CONSTANT_AS_TEXT = Pattern.compile(
            "\\.name\\(\\)\\s*(?:[=!]=|eq\\b|ne\\b)(?!\\s*null)|[=!]=\\s*'[A-Z][A-Z_]+'|'[A-Z][A-Z_]+'\\s*[=!]=");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)(?=[^{}]*\\{)");

    private static final Pattern WORD = Pattern.compile("[\\w-]+");

    private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)");

    @Test
    void noConditionStandsOnAnElementThatIsReplaced() throws IOException {
        try (var all = Files.walk(TEMPLATES)) {
            for (var template : all.filter(Files::isRegularFile).toList()) {
                assertThat(found(Files.readString(template)))
                        .as(template.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void suchAConditionIsFound() {
        assertThat(found("<p th:if=\"${a}\"></p><div th:replace=\"~{b}\" th:unless=\"${a}\"></div>"))
                .hasSize(1);
    }

    @Test
    void noConstantIsComparedByItsName() throws IOException {
        try (var all = Files.walk(TEMPLATES)) {
            for (var template : all.filter(Files::isRegularFile).toList()) {
                assertThat(CONSTANT_AS_TEXT.matcher(Files.readString(template)).results())
                        .as(template.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void suchAComparisonIsFound() {
        assertThat(List.of("talk.name() == kind", "'BOTH' != talk", "${talk} == 'BOTH'"))
                .allMatch(written -> CONSTANT_AS_TEXT.matcher(written).find());
    }

    /** A style that no page asks for is sent to everybody all the same. */
    @Test
    void everyClassOfTheStyleSheetsIsOnAPage() throws IOException {
        var pages = words(sources(Path.of("src/main"), ".html", ".java", ".js"));
        var sheets = COMMENT.matcher(sources(Path.of("src/main/resources/static"), ".css"))
                .replaceAll("");

        assertThat(CLASS.matcher(sheets).results().map(found -> found.group(1)).distinct())
                .hasSizeGreaterThan(100)
                .allMatch(style -> isAskedFor(style, pages));
    }

    /** What is put together behind a single dash is not found above: the discs of a card were black once. */
    @Test
    void noClassIsPutTogetherBehindASingleDash() throws IOException {
        var put = Pattern.compile("th:class(?:append)?=\"[^\"]*(?:[a-z]-\\$\\{|(?<!-)-'\\s*\\+)");

        assertThat(put.matcher("th:class=\"|disc-${kind}|\"").find()).isTrue();
        assertThat(put.matcher("th:classappend=\"'disc-' + ${kind}\"").find()).isTrue();
        assertThat(put.matcher("th:classappend=\"'result--' + ${kind}\"").find())
                .isFalse();
        assertThat(put.matcher(sources(Path.of("src/main/resources/templates"), ".html"))
                        .results()
                        .map(found -> found.group()))
                .isEmpty();
    }

    @Test
    void aClassThatNoPageHasIsFound() {
        assertThat(isAskedFor("result--in", words("'result--' + ${style}, style = 'in'")))
                .isTrue();
        assertThat(isAskedFor("result--in", words("'result--' + ${style}, style = 'out'")))
                .isFalse();
        assertThat(isAskedFor("disc-new", words("class='disc--new disc'"))).isFalse();
    }

    /** As a whole, or put together of what stands before two dashes and what stands after them. */
    private static boolean isAskedFor(String style, Set<String> words) {
        var dashes = style.indexOf("--");
        return words.contains(style)
                || dashes > 0
                        && words.contains(style.substring(0, dashes + 2))
                        && words.contains(style.substring(dashes + 2));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static String sources(Path folder, String... endings) throws IOException {
        var text = new StringBuilder();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                    text.append(Files.readString(file)).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** Whoever says aloud what they see presses it (WCAG 2.5.3). */
    @Test
    void whatIsReadOutHasTheWordsInItThatAreSeen() throws IOException {
        var words = new Properties();
        try (var bundle = Files.newBufferedReader(Path.of("src/main/resources/web-messages.properties"))) {
            words.load(bundle);
        }
        var pairs = 0;
        try (var all = Files.walk(TEMPLATES)) {
            for (var template : all.filter(Files::isRegularFile).toList()) {
                for (var pressed : PRESSED_BY_ANOTHER_NAME
                        .matcher(Files.readString(template))
                        .results()
                        .toList()) {
                    var heard = keys(pressed.group(1));
                    var seen = keys(pressed.group(2));
                    assertThat(heard).as(pressed.group()).hasSameSizeAs(seen);
                    for (var one = 0; one < seen.size(); one++) {
                        assertThat(words.getProperty(heard.get(one))).contains(words.getProperty(seen.get(one)));
                        pairs++;
                    }
                }
            }
        }
        assertThat(pairs).isGreaterThan(5);
    }

    private static List<String> keys(String expression) {
        return KEY.matcher(expression).results().map(key -> key.group(1)).toList();
    }

    private static List<String> found(String template) {
        return CONDITION_THAT_NOBODY_ASKS
                .matcher(template)
                .results()
                .map(found -> found.group())
                .toList();
    }
}
