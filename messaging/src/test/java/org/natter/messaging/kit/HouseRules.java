package org.natter.messaging.kit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * The rules of the house for one application: its features lie directly under its root, their edges directly under them
 * (ADR 0026). Allow-lists wherever one can be written, so that a typo makes a rule fail, not pass.
 *
 * <p>Guarantee: each rule has a planted violation in {@code org.natter.planted} that {@code HouseRulesTest} sees caught.
 */
public final class HouseRules {

    private static final String[] PLAIN = {
        "java.io",
        "java.lang..",
        "java.math",
        "java.nio..",
        "java.security..",
        "java.text",
        "java.time..",
        "java.util..",
        "org.jspecify.annotations",
        "org.natter.ids",
        "org.natter.times"
    };

    /** Every edge there is, and what it may use besides plain Java, the cores and itself. */
    private static final Map<String, String[]> EDGES = edges();

    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");
    private static final Set<String> ASKING_THE_TIME = Set.of("now", "currentTimeMillis", "nanoTime");
    private static final Set<String> ADDING =
            Set.of("inc", "mul", "increment", "multiply", "add", "subtract", "plus", "minus");
    private static final Pattern ADDING_OPERATOR =
            Pattern.compile("(?<!\\w)\\$(inc|mul|add|subtract|multiply|sum|increment)(?!\\w)");
    private static final String SAYING_NOTHING =
            "Impl|Manager|Helper|Utils?|Processor|Base|DTO|Dto|Service|Cmd|Evt|EventHandler|EventBus";
    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(" + SAYING_NOTHING + ")|Abstract[A-Z].*|.*EventHandler.*");
    private static final Set<String> BANNED_PACKAGE =
            Set.of("common", "core", "util", "utils", "shared", "base", "helper", "model", "impl", "misc");

    private final String root;
    private final List<String> features;
    private final List<String> cores;
    private final boolean pages;
    private final String calls;
    private final String counts;

    private HouseRules(
            String root, List<String> features, List<String> cores, boolean pages, String calls, String counts) {
        this.root = root;
        this.features = features;
        this.cores = cores;
        this.pages = pages;
        this.calls = calls;
        this.counts = counts;
        features.forEach(feature -> {
            if (Arrays.stream(feature.split("\\.")).anyMatch(BANNED_PACKAGE::contains)) {
                throw new IllegalArgumentException("A feature says what it is about: " + feature);
            }
        });
        if (!features.containsAll(cores)) {
            throw new IllegalArgumentException("Every core is a feature: " + cores);
        }
    }

    /** A service: features with pure cores and edges; it calls nobody. */
    public static HouseRules of(String root, String... features) {
        return new HouseRules(root, List.of(features), List.of(features), false, "", "");
    }

    /**
     * An application of pages: its features are written with the web framework and have the edges {@code kafka},
     * {@code mongo} and the like besides. A feature within a feature is named with a dot.
     *
     * @param cores those of its features that are pure all the same, and may hold records of the others besides
     * @param calls the one feature that may speak HTTP to others
     * @param counts the one edge that may add to what is stored, since no message leads there
     */
    public static HouseRules ofPages(String root, String calls, String counts, List<String> cores, String... features) {
        return new HouseRules(root, List.of(features), cores, true, root + "." + calls, root + "." + counts);
    }

    /** The root package. */
    public String root() {
        return root;
    }

    /** Every rule by its name, a sentence. */
    public Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("every package is the root, a feature or an edge of one", packagesAreFeatures());
        rules.put(
                "features have no cycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(features.isEmpty()));
        rules.put("nothing looks up to the root package", nothingLooksUpToTheRoot());
        rules.put("edges are blind to each other", edgesAreBlind());
        rules.put("edges are package-private", edgesArePackagePrivate());
        rules.put("cores are plain Java", coresArePlain());
        rules.put("cores read no clock", coresReadNoClock());
        rules.put("what is equal by its values is a record", valuesAreRecords());
        if (!pages) {
            EDGES.keySet().forEach(edge -> rules.put("the " + edge + " edge uses what it is for", edgeUses(edge)));
        }
        rules.put("the time comes from a clock that is given", timeIsGiven());
        rules.put("only the mongo edges know the store", onlyMongoEdgesKnowTheStore());
        rules.put("nobody is called over HTTP", nobodyIsCalled());
        rules.put("one document is the unit, no transaction", noTransactions());
        rules.put("what is stored is set and never added to", nothingIsAdded());
        rules.put("domain events are records of a sealed family", domainEventsAreRecords());
        rules.put("nothing is injected into fields", nothingIsInjectedIntoFields());
        rules.put("statics never change", staticsAreFinal());
        rules.put("no objects are streamed", noObjectStreams());
        rules.put("names say what things are for", namesSaySomething());
        return rules;
    }

    private ArchRule packagesAreFeatures() {
        return ours(violated(
                "lie in the root, in a feature or in an edge of one",
                type -> Stream.of(type.getPackageName())
                        .filter(name -> !name.equals(root) && !isFeature(name) && !isEdge(name))));
    }

    private ArchRule nothingLooksUpToTheRoot() {
        return ours(violated(
                "not look up to the root package",
                type -> type.getPackageName().equals(root)
                        ? Stream.of()
                        : dependencies(type).filter(on -> on.getPackageName().equals(root))));
    }

    private ArchRule edgesAreBlind() {
        return ours(violated(
                "see no other edge",
                type -> isEdge(type.getPackageName())
                        ? dependencies(type)
                                .filter(on -> isEdge(on.getPackageName()))
                                .filter(on -> !on.getPackageName().equals(type.getPackageName()))
                        : Stream.of()));
    }

    private ArchRule edgesArePackagePrivate() {
        return ours(violated(
                "be package-private",
                type -> isEdge(type.getPackageName())
                                && type.isTopLevelClass()
                                && type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !type.getSimpleName().equals("package-info")
                        ? Stream.of("public")
                        : Stream.of()));
    }

    private ArchRule coresArePlain() {
        return classes()
                .that(areInACore())
                .should()
                .onlyDependOnClassesThat(areInACore()
                        .or(resideInAnyPackage(PLAIN))
                        .or(belongToAnyOf(MessageMetadata.class, Effect.class, java.net.URI.class))
                        .or(arePlainRecords()))
                .allowEmptyShould(cores.isEmpty());
    }

    private ArchRule coresReadNoClock() {
        return ours(violated(
                "read no clock",
                type -> isCore(type.getPackageName())
                        ? Stream.concat(
                                dependencies(type).filter(on -> CLOCKS.contains(on.getName())),
                                accesses(type).filter(HouseRules::asksTheTime))
                        : Stream.of()));
    }

    private ArchRule valuesAreRecords() {
        return ours(violated(
                "be a record if it has equals or is an id",
                type -> isCore(type.getPackageName())
                                && !type.isRecord()
                                && !type.isInterface()
                                && (type.getSimpleName().endsWith("Id")
                                        || type.tryGetMethod("equals", Object.class)
                                                .isPresent())
                        ? Stream.of("a class")
                        : Stream.of()));
    }

    private ArchRule edgeUses(String edge) {
        var packages = features.stream()
                .map(feature -> root + "." + feature + "." + edge)
                .toArray(String[]::new);
        return classes()
                .that(resideInAnyPackage(packages))
                .should()
                .onlyDependOnClassesThat(areInACore()
                        .or(resideInAPackage(root))
                        .or(areInAnEdge())
                        .or(resideInAnyPackage(PLAIN))
                        .or(belongToAnyOf(java.net.URI.class))
                        .or(resideInAnyPackage(EDGES.get(edge))))
                .allowEmptyShould(true);
    }

    private ArchRule timeIsGiven() {
        return ours(violated(
                "be given the time",
                type -> accesses(type)
                        .filter(access -> asksTheMachine(access)
                                || makesAClock(access) && !type.getSimpleName().endsWith("Configuration"))));
    }

    private ArchRule onlyMongoEdgesKnowTheStore() {
        var store = resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data.mongodb..");
        return ours(violated(
                "not know the store",
                type -> type.getPackageName().endsWith(".mongo")
                                || type.getPackageName().equals(root)
                        ? Stream.of()
                        : dependencies(type).filter(store)));
    }

    private ArchRule nobodyIsCalled() {
        var calling = resideInAnyPackage(
                        "java.net.http..",
                        "org.springframework.web.client..",
                        "org.springframework.web.service..",
                        "org.springframework.web.reactive..",
                        "org.springframework.http.client..",
                        "org.apache.hc..",
                        "okhttp3..")
                .or(belongToAnyOf(java.net.URL.class, java.net.URLConnection.class, java.net.Socket.class))
                .or(describe("HttpURLConnection", type -> type.getName().equals("java.net.HttpURLConnection")));
        return ours(violated(
                "call nobody",
                type -> type.getPackageName().equals(calls)
                        ? Stream.of()
                        : dependencies(type).filter(calling)));
    }

    private ArchRule noTransactions() {
        var transaction = resideInAnyPackage("org.springframework.transaction..", "jakarta.transaction..")
                .or(describe("a session", type -> type.getName().equals("com.mongodb.client.ClientSession")));
        return ours(violated("open no transaction", type -> dependencies(type).filter(transaction)));
    }

    private ArchRule nothingIsAdded() {
        return ours(violated(
                "set and never add",
                type -> type.getPackageName().equals(counts)
                        ? Stream.of()
                        : Stream.concat(
                                accesses(type).filter(HouseRules::adds),
                                ADDING_OPERATOR
                                        .matcher(classFile(type))
                                        .results()
                                        .map(found -> found.group()))));
    }

    private ArchRule domainEventsAreRecords() {
        return ours(violated("be a record of a sealed family", type -> {
            var family = type.isInterface() && type.getSimpleName().endsWith("DomainEvent");
            var event = !type.isInterface()
                    && type.getAllRawInterfaces().stream()
                            .anyMatch(told -> told.getSimpleName().endsWith("DomainEvent"));
            return family && !type.reflect().isSealed() || event && !type.isRecord()
                    ? Stream.of(family ? "open" : "a class")
                    : Stream.of();
        }));
    }

    private ArchRule nothingIsInjectedIntoFields() {
        return ours(violated(
                "have no annotated field",
                type -> type.isRecord()
                        ? Stream.of()
                        : type.getFields().stream()
                                .filter(field -> field.getAnnotations().stream()
                                        .anyMatch(annotation -> !annotation
                                                .getRawType()
                                                .getPackageName()
                                                .startsWith("org.jspecify")))
                                .map(field -> field.getName())));
    }

    private ArchRule staticsAreFinal() {
        return ours(violated(
                "have no static that changes",
                type -> Stream.concat(
                        type.getFields().stream()
                                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                        && !field.getModifiers().contains(JavaModifier.FINAL))
                                .map(field -> field.getName()),
                        type.getStaticInitializer().stream()
                                .flatMap(statics -> statics.getConstructorCallsFromSelf().stream())
                                .filter(HouseRules::makesSomethingThatFills))));
    }

    /** A collection that can be added to, or something made to be changed by several threads. */
    private static boolean makesSomethingThatFills(JavaAccess<?> call) {
        var made = call.getTargetOwner();
        return made.isAssignableTo(Collection.class)
                || made.isAssignableTo(Map.class)
                || made.getPackageName().equals("java.util.concurrent.atomic");
    }

    private ArchRule noObjectStreams() {
        return ours(violated(
                "stream no objects",
                type -> dependencies(type).filter(on -> on.getName().matches("java\\.io\\.Object(In|Out)putStream"))));
    }

    private ArchRule namesSaySomething() {
        return ours(violated(
                "have a name that says something",
                type -> BANNED_NAME.matcher(type.getSimpleName()).matches() ? Stream.of("its name") : Stream.of()));
    }

    private ArchRule ours(ArchCondition<JavaClass> condition) {
        return classes().that().resideInAPackage(root + "..").should(condition);
    }

    /** A condition by what breaks it in one class; what it names stands in the report. */
    private static ArchCondition<JavaClass> violated(String sentence, Function<JavaClass, Stream<?>> violations) {
        return new ArchCondition<>(sentence) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations
                        .apply(type)
                        .forEach(violation -> events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " should " + sentence + ": " + named(violation))));
            }
        };
    }

    private static String named(Object violation) {
        return violation instanceof JavaClass type
                ? type.getName()
                : violation instanceof JavaAccess<?> access ? access.getDescription() : violation.toString();
    }

    private static Stream<JavaClass> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .distinct();
    }

    private static Stream<JavaAccess<?>> accesses(JavaClass type) {
        return type.getAccessesFromSelf().stream().map(access -> (JavaAccess<?>) access);
    }

    private static boolean asksTheTime(JavaAccess<?> access) {
        var target = access.getTarget();
        return asksTheMachine(access)
                || ASKING_THE_TIME.contains(target.getName()) && isOfJava(target)
                || target.getName().equals("<init>")
                        && target.getOwner().getName().equals("java.util.Date")
                        && parameters(target) == 0;
    }

    /** The machine's own clock: no clock in the call, none in the object that is asked. */
    private static boolean asksTheMachine(JavaAccess<?> access) {
        var target = access.getTarget();
        return isOfJava(target)
                && (target.getName().equals("now") && !takesAClock(target)
                        || target.getName().equals("currentTimeMillis")
                        || target.getName().equals("<init>")
                                && Set.of("java.util.Date", "java.util.GregorianCalendar")
                                        .contains(target.getOwner().getName())
                                && parameters(target) == 0
                        || target.getOwner().getName().equals("java.util.Calendar")
                                && target.getName().equals("getInstance"));
    }

    /** A clock of the machine, where one should be given. */
    private static boolean makesAClock(JavaAccess<?> access) {
        return CLOCKS.contains(access.getTargetOwner().getName())
                && access.getTarget().getName().matches("system.*|tick.*");
    }

    private static boolean isOfJava(AccessTarget target) {
        var owner = target.getOwner();
        return owner.getPackageName().startsWith("java.time")
                || owner.getPackageName().equals("java.util")
                || owner.getName().equals("java.lang.System");
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream().anyMatch(type -> CLOCKS.contains(type.getName()));
    }

    private static int parameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                ? code.getRawParameterTypes().size()
                : 0;
    }

    private static boolean adds(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return ADDING.contains(access.getTarget().getName())
                && (owner.getPackageName().startsWith("com.mongodb.client.model")
                        || owner.getPackageName().startsWith("org.springframework.data.mongodb"));
    }

    /** A class file as text of one letter a byte, for the constants that the importer does not show. */
    private static String classFile(JavaClass type) {
        return type.getSource()
                .map(source -> {
                    try (var file = source.getUri().toURL().openStream()) {
                        return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse("");
    }

    private DescribedPredicate<JavaClass> areInACore() {
        return describe("in a core", type -> isCore(type.getPackageName()));
    }

    /** Records of other features that are made of plain Java alone. */
    private DescribedPredicate<JavaClass> arePlainRecords() {
        var plain = resideInAnyPackage(PLAIN);
        return describe(
                "plain records",
                type -> type.isRecord()
                        && isFeature(type.getPackageName())
                        && dependencies(type).allMatch(on -> on.equals(type) || on.isPrimitive() || plain.test(on)));
    }

    private DescribedPredicate<JavaClass> areInAnEdge() {
        return describe("in an edge", type -> isEdge(type.getPackageName()));
    }

    private boolean isFeature(String name) {
        return features.stream().anyMatch(feature -> name.equals(root + "." + feature));
    }

    private boolean isCore(String name) {
        return cores.stream().anyMatch(core -> name.equals(root + "." + core));
    }

    private boolean isEdge(String name) {
        return features.stream()
                .anyMatch(feature ->
                        EDGES.keySet().stream().anyMatch(edge -> name.equals(root + "." + feature + "." + edge)));
    }

    private static Map<String, String[]> edges() {
        var edges = new LinkedHashMap<String, String[]>();
        edges.put("kafka", new String[] {
            "org.natter.messaging",
            "org.springframework.context.annotation",
            "org.springframework.messaging",
            "com.fasterxml.jackson.annotation" // a field added to a message has its default in its reader
        });
        edges.put("mongo", new String[] {
            "org.natter.messaging",
            "org.bson..",
            "com.mongodb..",
            "org.springframework.dao",
            "org.springframework.data..",
            "org.springframework.stereotype",
            "org.springframework.boot.context.properties.."
        });
        edges.put("pdf", new String[] {
            "com.openhtmltopdf..",
            "javax.xml.parsers",
            "org.apache.fontbox.ttf",
            "org.apache.pdfbox.io",
            "org.springframework.stereotype",
            "org.w3c.dom"
        });
        edges.put("schedule", new String[] {
            "org.natter.messaging", "org.springframework.scheduling.annotation", "org.springframework.stereotype"
        });
        edges.put("smtp", new String[] {
            "org.slf4j",
            "jakarta.mail..",
            "jakarta.activation",
            "jakarta.validation..",
            "org.eclipse.angus.mail.smtp",
            "org.springframework.boot.context.properties..",
            "org.springframework.context..",
            "org.springframework.stereotype",
            "org.springframework.validation.annotation",
            "org.thymeleaf.."
        });
        edges.put("web", new String[] {
            "org.natter.access",
            "com.fasterxml.jackson.annotation",
            "io.swagger.v3.oas.annotations..",
            "jakarta.servlet..",
            "org.slf4j",
            "org.springframework.boot.context.properties..",
            "org.springframework.context..",
            "org.springframework.core..",
            "org.springframework.http",
            "org.springframework.security..",
            "org.springframework.stereotype",
            "org.springframework.web",
            "org.springframework.web.bind..",
            "org.springframework.web.server",
            "tools.jackson.."
        });
        return edges;
    }
}
