package org.natter.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.HouseRules;
import org.natter.messaging.kit.HouseRulesContract;

/** What the shared library may be: a closed list of public types that knows no service. */
class ArchitectureTest extends HouseRulesContract {

    ArchitectureTest() {
        super(HouseRules.of("org.natter.messaging"));
    }

    private static final Set<String> PUBLIC = Set.of(
            "MessageMetadata",
            "Effect",
            "MessageHandlers",
            "Inbound",
            "Inserts",
            "UndecodableMessage",
            "GuardedUpsert",
            "Projections",
            "ReadModel",
            "Restored",
            "SayingAgain",
            "AggregateCollection",
            "AggregateMapping",
            "Announcements",
            "AggregateContended",
            "MessageFork",
            "Outbox",
            "SpreadRows",
            "Sweep",
            "TypedIdsJson",
            "MessagingSettings",
            "MessagingConfiguration");

    private static final ArchRule ALLOWED = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.natter.messaging",
                    "org.natter.ids",
                    "java..",
                    "javax..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.bson..",
                    "com.mongodb..",
                    "org.springframework..",
                    "org.apache.kafka..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "io.micrometer..",
                    "io.swagger.v3.oas.annotations..",
                    "com.networknt.schema..",
                    "jakarta.servlet..",
                    "org.apache.catalina..",
                    "org.apache.coyote..",
                    "org.apache.tomcat.util.net");

    @Test
    void thePublicTypesAreTheListedOnes() {
        var found = ours().stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(PUBLIC);
    }

    @Test
    void itKnowsNoService() {
        ALLOWED.check(ours());
    }

    @Test
    void aStrangerIsCaught() {
        var planted = new ClassFileImporter().importClasses(KnowsAStranger.class);

        assertThatThrownBy(() -> ALLOWED.check(planted)).isInstanceOf(AssertionError.class);
    }

    /** Planted: reaches outside the list. */
    static class KnowsAStranger {
        org.awaitility.core.ConditionFactory stranger = org.awaitility.Awaitility.await();
    }
}
