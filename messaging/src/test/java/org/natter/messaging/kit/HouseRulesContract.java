package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** An application keeps every rule of the house; its subclass names its root and its features. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRulesContract {

    private final HouseRules rules;
    private final JavaClasses ours;

    protected HouseRulesContract(HouseRules rules) {
        this.rules = rules;
        this.ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rules.root());
    }

    /** The application's own classes, for rules that are true of it alone. */
    protected final JavaClasses ours() {
        return ours;
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(ours)));
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(ours).hasSizeGreaterThan(50);
    }
}
