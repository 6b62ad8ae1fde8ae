package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule of the house catches what was planted against it, and leaves alone what is well. */
class HouseRulesTest {

    private static final HouseRules RULES = HouseRules.of("org.natter.planted", "kettle", "pot");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(RULES.root());

    private static final Pattern PLANTED_CLASS = Pattern.compile("org\\.natter\\.planted[a-z.]*\\.([A-Z]\\w+)");
    private static final Map<String, List<String>> CULPRITS = new LinkedHashMap<>();

    static {
        planted("every package is the root, a feature or an edge of one", "InACupboard");
        planted("features have no cycles", "Chicken");
        planted("nothing looks up to the root package", "LooksUp");
        planted(
                "edges are blind to each other",
                "KafkaSeesSmtp",
                "SmtpSeesKafka",
                "MongoSeesWeb",
                "WebSeesMongo",
                "ScheduleSeesKafka");
        planted("edges are package-private", "KafkaSees", "SmtpSees", "WebSees", "MongoSees");
        planted(
                "cores are plain Java",
                "KnowsAFramework",
                "KnowsTheOutbox",
                "KnowsTheNetwork",
                "KnowsItsEdge",
                "KnowsTheStore",
                "LooksUp");
        planted("cores read no clock", "ReadsTheClock", "ReadsASource", "CountsNanos");
        planted("what is equal by its values is a record", "EqualByHand", "SpoutId");
        planted("the kafka edge uses what it is for", "KafkaKnowsTheStore");
        planted("the mongo edge uses what it is for", "MongoKnowsThePages", "WantsATransaction");
        planted("the pdf edge uses what it is for", "PdfKnowsThePages");
        planted("the schedule edge uses what it is for", "ScheduleKnowsThePages");
        planted("the smtp edge uses what it is for", "SmtpKnowsThePages");
        planted(
                "the web edge uses what it is for",
                "WebKnowsTheBroker",
                "CallsSomebody",
                "DeclaresAClient",
                "OpensAUrl",
                "InjectsAField");
        planted(
                "the time comes from a clock that is given",
                "AsksZonedNow",
                "RefersToNow",
                "MakesADate",
                "MakesACalendar",
                "MakesAClock",
                "CountsMillis");
        planted("only the mongo edges know the store", "KnowsTheStore", "KafkaKnowsTheStore");
        planted("nobody is called over HTTP", "CallsSomebody", "DeclaresAClient", "OpensAUrl");
        planted("one document is the unit, no transaction", "OpensASession", "WantsATransaction");
        planted(
                "what is stored is set and never added to",
                "AddsByTheDriver",
                "AddsByReference",
                "AddsBySpring",
                "AddsByAPipeline",
                "AddsByDocument",
                "AddsByJson");
        planted("domain events are records of a sealed family", "BrokenPot", "OpenDomainEvent");
        planted("nothing is injected into fields", "InjectsAField");
        planted("statics never change", "Remembers", "RemembersInAMap");
        planted("no objects are streamed", "StreamsObjects");
        planted("names say what things are for", "PotManager", "AbstractPot");
    }

    private static void planted(String rule, String... culprits) {
        CULPRITS.put(rule, List.of(culprits));
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertThat(CULPRITS).containsOnlyKeys(RULES.all().keySet());
    }

    @Test
    void whatIsPlantedIsPlantedAgainstARule() {
        var known = Stream.concat(
                        CULPRITS.values().stream().flatMap(List::stream),
                        Stream.of("TeaCaddy", "Egg", "PotDomainEvent"))
                .toList();

        assertThat(PLANTED)
                .extracting(type -> type.getSimpleName())
                .filteredOn(name -> !name.isEmpty() && !name.equals("package-info"))
                .allMatch(known::contains);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesWhatIsPlantedAndNothingElse() {
        return RULES.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(caughtBy(rule.getValue()))
                                .containsExactlyInAnyOrderElementsOf(CULPRITS.get(rule.getKey()))));
    }

    private static Set<String> caughtBy(ArchRule rule) {
        return rule.evaluate(PLANTED).getFailureReport().getDetails().stream()
                .flatMap(line -> PLANTED_CLASS.matcher(line).results().limit(1))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void aFeatureThatSaysNothingIsRefused() {
        for (String cupboard : Arrays.asList("common", "util", "pot.model")) {
            assertThatThrownBy(() -> HouseRules.of("org.natter.planted", cupboard))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anApplicationOfPagesHoldsTheFeaturesItNamesToBePure() {
        var pages = HouseRules.ofPages(RULES.root(), "kettle", "kettle", List.of("pot"), "kettle", "pot")
                .all();

        assertThat(caughtBy(pages.get("cores are plain Java")))
                .contains("KnowsAFramework", "KnowsTheStore", "KnowsItsEdge")
                .doesNotContain("LooksUp");
        assertThat(caughtBy(pages.get("cores read no clock")))
                .containsExactlyInAnyOrder("ReadsTheClock", "ReadsASource", "CountsNanos");
    }
}
