package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Thymeleaf passes over in silence. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** An element with {@code th:replace} is gone before its {@code th:if} is asked (precedence 1 and 3). */
    private static final Pattern CONDITION_THAT_NOBODY_ASKS =
            Pattern.compile("<(?=[^>]*th:replace=)[^>]*th:(?:if|unless)=[^>]*>");

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

    private static List<String> found(String template) {
        return CONDITION_THAT_NOBODY_ASKS
                .matcher(template)
                .results()
                .map(found -> found.group())
                .toList();
    }
}
