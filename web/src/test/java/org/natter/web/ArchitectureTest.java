package org.natter.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** web's own rules; each is an allow-list and has a planted violation in {@code planted}. */
class ArchitectureTest {

    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.natter.web");

    private static final ArchRule LIVE_KNOWS_LITTLE = classes()
            .that()
            .resideInAPackage("..live..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.springframework..",
                    "org.thymeleaf..",
                    "org.natter.messaging",
                    "org.natter.ids",
                    "org.natter.web.live..",
                    "org.natter.web.services",
                    "org.natter.web.account",
                    "org.natter.web.organiser"));

    private static final ArchRule ONLY_EDGES_KNOW_MONGO = noClasses()
            .that()
            .resideOutsideOfPackages("..mongo..", "org.natter.web")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.springframework.data..", "org.bson.."));

    private static final ArchRule ONLY_SERVICES_SPEAK_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("org.natter.web.services")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.net.http..", "org.springframework.web.client..", "org.springframework.http.client.."));

    private static final ArchRule NO_OBJECT_STREAMS =
            noClasses().should().dependOnClassesThat().haveNameMatching("java\\.io\\.Object(In|Out)putStream");

    private static final ArchRule EDGES_ARE_PRIVATE = classes()
            .that()
            .resideInAnyPackage("..mongo..", "..mail..", "..kafka..")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .notBePublic();

    private static final ArchRule NAMES_SAY_SOMETHING =
            classes().should().haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Processor|Service|Base|DTO|Cmd|Evt)");

    private static final ArchRule STEPS_ARE_BEHIND_THE_PORTS = noClasses()
            .that()
            .resideInAnyPackage("..attendee", "..services")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..attendee.feedback..");

    private static final List<ArchRule> RULES = List.of(
            LIVE_KNOWS_LITTLE,
            ONLY_EDGES_KNOW_MONGO,
            ONLY_SERVICES_SPEAK_HTTP,
            NO_OBJECT_STREAMS,
            EDGES_ARE_PRIVATE,
            NAMES_SAY_SOMETHING,
            STEPS_ARE_BEHIND_THE_PORTS);

    @Test
    void theRulesHold() {
        RULES.forEach(rule -> rule.check(WEB));
    }

    @Test
    void organiserAndAttendeePagesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..organiser..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..attendee..")
                .check(WEB);
        noClasses()
                .that()
                .resideInAPackage("..attendee..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..organiser..")
                .check(WEB);
        slices().matching("org.natter.web.(organiser|live|attendee)..")
                .should()
                .beFreeOfCycles()
                .check(WEB);
    }

    @Test
    void plantedViolationsAreCaught() {
        var planted = new ClassFileImporter().importPackages("org.natter.web.planted");

        for (var rule : RULES) {
            assertThat(rule.evaluate(planted).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }
}
