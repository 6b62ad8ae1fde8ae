package org.natter.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.HouseRules;
import org.natter.messaging.kit.HouseRulesContract;

/** The rules of the house, and those of web alone; each has a planted violation in {@code planted}. */
class ArchitectureTest extends HouseRulesContract {

    ArchitectureTest() {
        super(HouseRules.ofPages(
                "org.natter.web",
                "services",
                "account.mongo",
                List.of("account"),
                "account",
                "account.pages",
                "account.webauthn",
                "forms",
                "organiser",
                "organiser.report",
                "attendee",
                "attendee.feedback",
                "live",
                "services",
                "settings"));
    }

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
                    "org.natter.web.forms",
                    "org.natter.web.account",
                    "org.natter.web.organiser"));

    private static final ArchRule ONLY_ITS_OWN_PAGES_KNOW_THE_FEEDBACK_STEPS = noClasses()
            .that()
            .resideOutsideOfPackage("..attendee.feedback..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..attendee.feedback..");

    private static final ArchRule ORGANISERS_PAGES_KNOW_NO_ATTENDEES_PAGES = noClasses()
            .that()
            .resideInAPackage("..organiser..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..attendee..");

    private static final ArchRule ATTENDEES_PAGES_KNOW_NO_ORGANISERS_PAGES = noClasses()
            .that()
            .resideInAPackage("..attendee..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..organiser..");

    private static final List<ArchRule> RULES = List.of(
            LIVE_KNOWS_LITTLE,
            ONLY_ITS_OWN_PAGES_KNOW_THE_FEEDBACK_STEPS,
            ORGANISERS_PAGES_KNOW_NO_ATTENDEES_PAGES,
            ATTENDEES_PAGES_KNOW_NO_ORGANISERS_PAGES);

    @Test
    void itsOwnRulesHold() {
        RULES.forEach(rule -> rule.check(ours()));
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
