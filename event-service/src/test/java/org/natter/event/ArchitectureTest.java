package org.natter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The service keeps each rule, and a planted violation of each is caught. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.natter.event");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.natter.planted");

    static List<Arguments> rules() {
        return List.of(
                rule("cores are plain Java", ArchitectureRules::coresArePlainJava, "KnowsAFramework", "KnowsTheOutbox"),
                rule("cores read no clock", ArchitectureRules::coresReadNoClock, "ReadsTheClock"),
                rule("edges are package-private", ArchitectureRules::edgesArePackagePrivate, "PublicController"),
                rule(
                        "nothing reaches out",
                        ArchitectureRules::nothingReachesOut,
                        "CallsAnotherService",
                        "WantsATransaction",
                        "OpensASession"),
                rule("projections never count", ArchitectureRules::projectionsNeverCount, "CountingProjection"),
                rule("domain events are records", ArchitectureRules::domainEventsAreRecords, "NoRecord"),
                rule("no field injection", ArchitectureRules::nothingIsInjectedIntoFields, "InjectsAField"),
                rule("no banned names", ArchitectureRules::namesAreNotBanned, "EventManager"),
                rule("features have no cycles", ArchitectureRules::featuresHaveNoCycles, "KnowsProgramme"),
                rule("packages are features", ArchitectureRules::packagesAreFeatures, "InACupboard"));
    }

    private static Arguments rule(String name, Function<ArchitectureRules, ArchRule> rule, String... culprits) {
        return Arguments.of(name, rule, List.of(culprits));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theServiceKeepsTheRule(String name, Function<ArchitectureRules, ArchRule> rule, List<String> culprits) {
        rule.apply(new ArchitectureRules("org.natter.event")).check(OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void thePlantedViolationIsCaught(String name, Function<ArchitectureRules, ArchRule> rule, List<String> culprits) {
        var planted = rule.apply(new ArchitectureRules("org.natter.planted"));

        assertThat(culprits)
                .allSatisfy(culprit -> assertThatThrownBy(() -> planted.check(PLANTED))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining(culprit));
    }

    @Test
    void edgesAreBlindToEachOther() {
        assertThat(new ArchitectureRules("org.natter.event").edgesAreBlindToEachOther())
                .allSatisfy(rule -> rule.check(OURS));
    }

    @Test
    void anEdgeThatSeesAnotherIsCaught() {
        assertThatThrownBy(() -> new ArchitectureRules("org.natter.planted")
                        .edgesAreBlindToEachOther()
                        .forEach(rule -> rule.check(PLANTED)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SeesTheWebEdge");
    }
}
