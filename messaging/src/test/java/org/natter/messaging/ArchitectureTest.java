package org.natter.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the shared library may be: a closed list of public types that knows no service. */
class ArchitectureTest {

    private static final Set<String> PUBLIC = Set.of(
            "MessageMetadata",
            "Effect",
            "MessageHandlers",
            "Inbound",
            "UndecodableMessage",
            "GuardedUpsert",
            "Projections",
            "AggregateCollection",
            "AggregateMapping",
            "Announcements",
            "AggregateContended",
            "EventLog",
            "MessageFork",
            "Outbox",
            "SpreadRows",
            "Sweep",
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
                    "jakarta.servlet..");

    private static final ArchRule NO_TRANSACTIONS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.mongodb.client.ClientSession")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.transaction..");

    @Test
    void thePublicTypesAreTheListedOnes() {
        var found = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.natter.messaging")
                        .stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> type.getEnclosingClass().isEmpty())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .collect(Collectors.toSet());

        assertThat(found).isEqualTo(PUBLIC);
    }

    @Test
    void itKnowsNoServiceAndNoTransaction() {
        var main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.natter.messaging");

        ALLOWED.check(main);
        NO_TRANSACTIONS.check(main);
    }

    @Test
    void plantedViolationsAreCaught() {
        var planted = new ClassFileImporter().importClasses(KnowsAStranger.class, OpensASession.class);

        assertThatThrownBy(() -> ALLOWED.check(planted)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> NO_TRANSACTIONS.check(planted)).isInstanceOf(AssertionError.class);
    }

    /** Planted: reaches outside the list. */
    static class KnowsAStranger {
        org.awaitility.core.ConditionFactory stranger = org.awaitility.Awaitility.await();
    }

    /** Planted: a client session. */
    interface OpensASession {
        void run(com.mongodb.client.ClientSession session);
    }
}
