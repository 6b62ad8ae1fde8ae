package org.natter.attendee.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.natter.attendee");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.natter.planted");

    @TestFactory
    Stream<DynamicTest> theServiceKeepsEveryRule() {
        return HouseRules.of("org.natter.attendee").entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(SERVICE)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsPlantedViolation() {
        Map<String, ArchRule> rules = HouseRules.of("org.natter.planted");
        return rules.entrySet().stream()
                .filter(rule ->
                        !rule.getKey().startsWith("the kafka") && !rule.getKey().startsWith("the smtp"))
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(PLANTED))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("org.natter.planted")));
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(SERVICE.size()).isGreaterThan(100);
    }
}
