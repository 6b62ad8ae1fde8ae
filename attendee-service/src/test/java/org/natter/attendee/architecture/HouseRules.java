package org.natter.attendee.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Update;

/** The rules of the house for a service below one root package; allow-lists wherever a list is needed. */
final class HouseRules {

    private static final String[] FEATURES = {"person", "booking", "checkin", "mail", "history", "cpd"};
    private static final String[] EDGES = {"web", "kafka", "mongo", "smtp"};
    private static final String[] PLAIN_JAVA = {"java..", "javax.crypto..", "org.jspecify.annotations"};
    private static final String BANNED =
            ".*(Impl|Manager|Helper|Utils?|Processor|Base|DTO|Service|Cmd|Evt)|.*\\.(Abstract\\w+|I[A-Z][a-z]\\w*EventHandler)";

    private HouseRules() {}

    static Map<String, ArchRule> of(String root) {
        String[] cores =
                Arrays.stream(FEATURES).map(feature -> root + "." + feature).toArray(String[]::new);
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("coresImportPlainJavaAndOtherCoresOnly", coresArePlain(cores));
        rules.put("coresReadNoClock", coresReadNoClock(cores));
        rules.put("edgesArePackagePrivate", edgesArePackagePrivate(root));
        for (String edge : EDGES) {
            rules.put("the " + edge + " edges see no other edge", edgesAreBlind(root, edge));
        }
        rules.put(
                "featuresHaveNoCycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("noHttpClient", noHttpClient(root));
        rules.put("noTransactionAndNoSession", noTransactions(root));
        rules.put(
                "noIncrement",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .callMethod(Update.class, "inc", String.class, Number.class)
                        .orShould()
                        .callMethod(Update.class, "inc", String.class));
        rules.put(
                "noFieldInjection",
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .should()
                        .beAnnotatedWith(Autowired.class));
        rules.put(
                "noMutableStatics",
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .should()
                        .beFinal());
        rules.put(
                "noBannedNames",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .areTopLevelClasses()
                        .should()
                        .haveNameMatching(BANNED));
        return rules;
    }

    private static ArchRule coresArePlain(String[] cores) {
        return classes()
                .that()
                .resideInAnyPackage(cores)
                .should(onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA)
                        .or(resideInAnyPackage(cores))
                        .or(nameMatching("org\\.natter\\.messaging\\.(MessageMetadata|Effect)"))
                        .as("are plain Java, cores, MessageMetadata or Effect")));
    }

    private static ArchRule coresReadNoClock(String[] cores) {
        return noClasses()
                .that()
                .resideInAnyPackage(cores)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    private static ArchRule edgesArePackagePrivate(String root) {
        return classes()
                .that()
                .resideInAnyPackage(
                        Arrays.stream(EDGES).map(edge -> root + ".*." + edge).toArray(String[]::new))
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC);
    }

    private static ArchRule edgesAreBlind(String root, String edge) {
        String[] others = Arrays.stream(EDGES)
                .filter(other -> !other.equals(edge))
                .map(other -> root + ".*." + other)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + ".*." + edge)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }

    private static ArchRule noHttpClient(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.springframework.web.client..",
                        "org.springframework.web.reactive..",
                        "org.apache.hc..",
                        "okhttp3..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection");
    }

    private static ArchRule noTransactions(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.transaction..", "jakarta.transaction..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.mongodb.client.ClientSession");
    }
}
