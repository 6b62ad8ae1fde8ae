package org.natter.access;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What this room may be: a closed list of public types that knows no service, no messages and no word of the domain. */
class ArchitectureTest {

    private static final Set<String> PUBLIC = Set.of(
            "AccessConfiguration",
            "AccessTable",
            "Holds",
            "Caller",
            "Role",
            "Problem",
            "RefusalTable",
            "Refuses",
            "Shortcomings");

    private static final ArchRule ALLOWED = classes()
            .should()
            .onlyDependOnClassesThat(belongToAnyOf(URI.class)
                    .or(resideInAnyPackage(
                            "org.natter.access",
                            "org.natter.ids",
                            "java.lang..",
                            "java.io",
                            "java.math",
                            "java.nio.file..",
                            "java.text",
                            "java.time..",
                            "java.util..",
                            "jakarta.servlet..",
                            "org.apache.catalina..",
                            "org.apache.juli.logging",
                            "org.apache.tomcat.util.http",
                            "org.jspecify..",
                            "org.slf4j",
                            "com.github.benmanes.caffeine.cache",
                            "com.nimbusds..",
                            "com.fasterxml.jackson.databind..",
                            "io.swagger.v3..",
                            "org.springdoc.core..",
                            "tools.jackson.databind..",
                            "tools.jackson.core",
                            "org.springframework.beans.factory",
                            "org.springframework.beans.propertyeditors",
                            "org.springframework.boot.context.properties..",
                            "org.springframework.boot.diagnostics",
                            "org.springframework.boot.security.autoconfigure.actuate.web.servlet",
                            "org.springframework.boot.tomcat..",
                            "org.springframework.boot.web.server",
                            "org.springframework.boot.webmvc.error",
                            "org.springframework.context.annotation",
                            "org.springframework.context.support",
                            "org.springframework.core..",
                            "org.springframework.format",
                            "org.springframework.http",
                            "org.springframework.http.converter..",
                            "org.springframework.http.server",
                            "org.springframework.security..",
                            "org.springframework.web",
                            "org.springframework.web.bind..",
                            "org.springframework.web.context.request",
                            "org.springframework.web.method..",
                            "org.springframework.web.multipart",
                            "org.springframework.web.servlet..",
                            "org.springframework.web.util.pattern")));

    private static final Pattern DOMAIN =
            Pattern.compile("\\b(attendance|programme|calendar|check-in|invitation|outcome|history|feedback"
                    + "|waiting list|roster|seat)s?\\b");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.natter.access");

    @Test
    void thePublicTypesAreTheListedOnes() {
        var found = MAIN.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(PUBLIC);
    }

    @Test
    void itKnowsNoServiceAndNoMessages() {
        ALLOWED.check(MAIN);
    }

    @Test
    void itsCodeHasNoWordOfTheDomain() throws IOException {
        var found = new ArrayList<String>();
        try (var sources = Files.walk(Path.of("src/main"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                found.addAll(wordsOfTheDomain(Files.readString(source)));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void plantedViolationsAreCaught() {
        var planted = new ClassFileImporter().importClasses(KnowsAStranger.class);

        assertThatThrownBy(() -> ALLOWED.check(planted)).isInstanceOf(AssertionError.class);
        assertThat(wordsOfTheDomain("new Roster() // or seats")).containsExactly("roster", "seats");
    }

    private static List<String> wordsOfTheDomain(String text) {
        return DOMAIN.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .toList();
    }

    /** Planted: reaches outside the list. */
    static class KnowsAStranger {
        java.net.http.HttpClient stranger = java.net.http.HttpClient.newHttpClient();
    }
}
