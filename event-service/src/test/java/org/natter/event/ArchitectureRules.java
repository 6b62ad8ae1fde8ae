package org.natter.event;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;
import org.springframework.data.mongodb.core.query.Update;

/** The rules of the house for a service whose packages lie under {@code root}; allow-lists wherever one can be written. */
final class ArchitectureRules {

    private static final List<String> FEATURES = List.of("region", "programme", "overview", "calendar");
    private static final List<String> EDGES = List.of("web", "kafka", "mongo", "schedule");
    private static final String BANNED = ".*(Impl|Manager|Helper|Utils?|Processor|Base|DTO|Dto|Service|Cmd|Evt)";
    private static final Set<String> NOW =
            Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "instant", "millis");

    /** Everything the edges may use besides this service and plain Java; no HTTP client and no transactions in it. */
    private static final String[] EDGES_MAY_USE = {
        "org.natter.messaging",
        "org.natter.ids",
        "org.natter.access",
        "org.jspecify..",
        "org.slf4j",
        "org.bson..",
        "tools.jackson.core..",
        "tools.jackson.databind..",
        "org.springframework.beans..",
        "org.springframework.boot..",
        "org.springframework.context..",
        "org.springframework.core..",
        "org.springframework.dao",
        "org.springframework.data.domain",
        "org.springframework.data.mongodb.core..",
        "org.springframework.http",
        "org.springframework.messaging",
        "org.springframework.scheduling.annotation",
        "org.springframework.security..",
        "org.springframework.stereotype",
        "org.springframework.web.bind.."
    };

    private static final String[] JAVA_WITHOUT_NETWORK = {
        "java.io", "java.lang..", "java.math", "java.nio..", "java.security", "java.text", "java.time..", "java.util.."
    };

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    ArchRule coresArePlainJava() {
        return classes()
                .that(areInACore())
                .should()
                .onlyDependOnClassesThat(areInACore()
                        .or(resideInAnyPackage("java..", "org.jspecify.."))
                        .or(belongToAnyOf(MessageMetadata.class, Effect.class)));
    }

    ArchRule coresReadNoClock() {
        var readingTheClock = describe(
                "reading the clock",
                (JavaMember member) -> NOW.contains(member.getName())
                        && (member.getOwner().getPackageName().equals("java.time")
                                || member.getOwner().isEquivalentTo(System.class)));
        return noClasses()
                .that(areInACore())
                .should()
                .accessTargetWhere(describe(
                        "the clock is read",
                        access -> access.getTarget()
                                .resolveMember()
                                .map(readingTheClock::test)
                                .orElse(false)))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    ArchRule edgesArePackagePrivate() {
        return classes().that(areInAnEdge()).should().notBePublic();
    }

    /** Each edge sees cores, the root and itself. */
    List<ArchRule> edgesAreBlindToEachOther() {
        return FEATURES.stream()
                .flatMap(feature -> EDGES.stream().map(edge -> root + "." + feature + "." + edge))
                .<ArchRule>map(edge -> noClasses()
                        .that()
                        .resideInAPackage(edge)
                        .should()
                        .dependOnClassesThat(areInAnEdge().and(not(resideInAPackage(edge))))
                        .allowEmptyShould(true))
                .toList();
    }

    ArchRule nothingReachesOut() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage(root + "..")
                        .or(resideInAnyPackage(JAVA_WITHOUT_NETWORK))
                        .or(belongToAnyOf(java.net.URI.class))
                        .or(resideInAnyPackage(EDGES_MAY_USE)));
    }

    ArchRule projectionsNeverCount() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Projection")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Update.class);
    }

    ArchRule domainEventsAreRecords() {
        return classes()
                .that(describe(
                        "are domain events",
                        (JavaClass type) -> !type.isInterface()
                                && type.getAllRawInterfaces().stream()
                                        .anyMatch(
                                                family -> family.getSimpleName().endsWith("DomainEvent"))))
                .should()
                .beRecords();
    }

    ArchRule nothingIsInjectedIntoFields() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value");
    }

    ArchRule namesAreNotBanned() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(BANNED)
                .orShould()
                .haveSimpleNameStartingWith("Abstract");
    }

    SliceRule featuresHaveNoCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** Every package is a feature, an edge of one, or the root itself. */
    ArchRule packagesAreFeatures() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(Stream.of(Stream.of(root), cores(), edges())
                        .flatMap(packages -> packages)
                        .toArray(String[]::new));
    }

    private DescribedPredicate<JavaClass> areInACore() {
        return resideInAnyPackage(cores().toArray(String[]::new));
    }

    private DescribedPredicate<JavaClass> areInAnEdge() {
        return resideInAnyPackage(edges().toArray(String[]::new));
    }

    private Stream<String> cores() {
        return FEATURES.stream().map(feature -> root + "." + feature);
    }

    private Stream<String> edges() {
        return FEATURES.stream().flatMap(feature -> EDGES.stream().map(edge -> root + "." + feature + "." + edge));
    }
}
