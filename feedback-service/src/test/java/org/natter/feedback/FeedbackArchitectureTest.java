package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FeedbackArchitectureTest {

    private static final String PLANTED = "org.natter.planted";

    /** For each rule the planted class that breaks it. */
    private static final Map<String, String> VIOLATIONS = Map.ofEntries(
            Map.entry("cores are plain Java", "FrameworkInTheCore"),
            Map.entry("cores read no clock", "ClockInTheCore"),
            Map.entry("the kafka edge", "KafkaSeesTheStore"),
            Map.entry("the mongo edge", "MongoSeesTheWeb"),
            Map.entry("the web edge", "WebSeesTheStore"),
            Map.entry("edges are package-private", "PublicController"),
            Map.entry("below a feature there are edges only", "LayerPackage"),
            Map.entry("a service calls nobody", "CallsAnotherService"),
            Map.entry("one document is the unit", "TransactionalStore"),
            Map.entry("a projection sets and never adds", "AddingProjection"),
            Map.entry("nothing is injected into fields", "FieldInjected"),
            Map.entry("domain events are records", "MutableHappening"),
            Map.entry("names say what things are for", "EverythingManager"),
            Map.entry("features have no cycles", "circle"));

    private final JavaClasses production = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.natter.feedback");
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    @TestFactory
    java.util.stream.Stream<DynamicTest> theServiceKeepsEveryRule() {
        return FeedbackArchitecture.under("org.natter.feedback").entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(production)));
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> everyRuleCatchesItsPlantedViolation() {
        return FeedbackArchitecture.under(PLANTED).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue()
                                        .evaluate(planted)
                                        .getFailureReport()
                                        .toString())
                                .contains(VIOLATIONS.get(rule.getKey()))));
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertThat(VIOLATIONS)
                .containsOnlyKeys(FeedbackArchitecture.under(PLANTED).keySet());
        assertThat(production).hasSizeGreaterThan(80);
    }
}
