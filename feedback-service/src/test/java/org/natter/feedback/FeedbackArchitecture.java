package org.natter.feedback;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePackagePrivate;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beRecords;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * What may depend on what below one root package: allow-lists, so that a typo cannot make a rule pass.
 *
 * <p>The root is an argument, so that every rule can be tried on a planted violation.
 */
final class FeedbackArchitecture {

    private static final String[] PLAIN = {"java..", "org.jspecify.."};
    private static final String[] STREAM = {
        "org.natter.messaging",
        "org.natter.ids",
        "org.springframework.context.annotation",
        "org.springframework.messaging",
        "com.fasterxml.jackson.annotation" // a field added to a message has its default in its reader
    };
    private static final String[] STORE = {
        "org.natter.messaging",
        "org.bson..",
        "com.mongodb..",
        "org.springframework.data..",
        "org.springframework.dao",
        "org.springframework.stereotype",
        "org.springframework.boot.context.properties.."
    };
    private static final String[] REST = {
        "javax.crypto..",
        "jakarta.validation..",
        "org.springframework.web",
        "org.springframework.web.bind.annotation",
        "org.springframework.http",
        "org.springframework.stereotype",
        "org.springframework.security.core.annotation",
        "org.springframework.security.oauth2.jwt",
        "org.springframework.boot.context.properties.."
    };

    private FeedbackArchitecture() {}

    static Map<String, ArchRule> under(String root) {
        var core = root + ".*";
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "cores are plain Java",
                classes()
                        .that(resideInAPackage(core))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                                .or(resideInAPackage(core))
                                .or(type(MessageMetadata.class))
                                .or(type(Effect.class))));
        rules.put(
                "cores read no clock",
                noClasses()
                        .that(resideInAPackage(core))
                        .should()
                        .dependOnClassesThat(type(Clock.class))
                        .orShould()
                        .callMethodWhere(DescribedPredicate.describe(
                                "asks what time it is",
                                call -> call.getTarget().getName().equals("now")
                                        || call.getTarget().getName().equals("currentTimeMillis")
                                        || call.getTarget().getName().equals("nanoTime"))));
        rules.put("the kafka edge", edge(root, "kafka", STREAM));
        rules.put("the mongo edge", edge(root, "mongo", STORE));
        rules.put("the web edge", edge(root, "web", REST));
        rules.put(
                "edges are package-private",
                classes()
                        .that(resideInAnyPackage(root + ".*.kafka", root + ".*.mongo", root + ".*.web"))
                        .and(not(DescribedPredicate.describe(
                                "are nested or package-info",
                                (JavaClass edge) -> edge.getSimpleName().equals("package-info")
                                        || edge.isNestedClass()
                                        || edge.isAnonymousClass())))
                        .should(bePackagePrivate()));
        rules.put(
                "below a feature there are edges only",
                classes()
                        .that(resideInAPackage(root + "..*"))
                        .should(com.tngtech.archunit.lang.conditions.ArchConditions.resideInAnyPackage(
                                root, core, root + ".*.kafka", root + ".*.mongo", root + ".*.web")));
        rules.put(
                "a service calls nobody",
                noClasses()
                        .that(resideInAPackage(root + ".."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        "java.net.http..",
                                        "org.springframework.web.client..",
                                        "org.springframework.web.service..",
                                        "org.springframework.web.reactive..",
                                        "org.springframework.http.client..",
                                        "org.apache.hc..",
                                        "okhttp3..")
                                .or(type(java.net.URL.class))
                                .or(type(java.net.Socket.class))));
        rules.put(
                "one document is the unit",
                noClasses()
                        .that(resideInAPackage(root + ".."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("org.springframework.transaction..", "jakarta.transaction..")
                                        .or(type(com.mongodb.client.ClientSession.class))));
        rules.put(
                "a projection sets and never adds",
                noClasses()
                        .that(resideInAPackage(root + ".."))
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "adds to what is there",
                                call -> (call.getTarget().getName().equals("inc")
                                                || call.getTarget().getName().equals("mul"))
                                        && call.getTargetOwner().getSimpleName().startsWith("Update"))));
        rules.put(
                "nothing is injected into fields",
                fields().that()
                        .areDeclaredInClassesThat(resideInAPackage(root + ".."))
                        .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                                com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith(
                                        DescribedPredicate.<JavaAnnotation<?>>describe(
                                                "from a framework",
                                                annotation -> !annotation
                                                                .getRawType()
                                                                .getPackageName()
                                                                .startsWith("org.jspecify")
                                                        && !annotation
                                                                .getRawType()
                                                                .getPackageName()
                                                                .startsWith("jakarta.validation")
                                                        && !annotation
                                                                .getRawType()
                                                                .getPackageName()
                                                                .startsWith("org.springframework.data"))))));
        rules.put(
                "domain events are records",
                classes()
                        .that(DescribedPredicate.describe(
                                "tell what happened",
                                (JavaClass told) -> !told.isInterface()
                                        && told.getAllRawInterfaces().stream()
                                                .anyMatch(family ->
                                                        family.getSimpleName().endsWith("DomainEvent"))))
                        .should(beRecords()));
        rules.put(
                "names say what things are for",
                classes()
                        .that(resideInAPackage(root + ".."))
                        .should(
                                com.tngtech.archunit.lang.conditions.ArchConditions.not(
                                        com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching(
                                                ".*(Impl|Manager|Helper|Utils?|Processor|Base|DTO|Dto|Service|Cmd|Evt|EventHandler|EventBus)"
                                                        + "|.*\\.(common|core|util|shared|base)\\..*|.*\\.Abstract[A-Z]\\w*"))));
        rules.put(
                "features have no cycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        return rules;
    }

    /** An edge sees its own package, the cores and what it speaks to. */
    private static ArchRule edge(String root, String edge, String... speaksTo) {
        return classes()
                .that(resideInAPackage(root + ".*." + edge))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                        .or(resideInAPackage(root + ".*"))
                        .or(resideInAPackage(root + ".*." + edge))
                        .or(resideInAnyPackage(speaksTo)));
    }
}
