package org.natter.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.natter.local.store.EmbeddedStore;

class ArchitectureTest {

    /** The story is played as people would: no store, no service's classes, no Spring; of web only what asks the services. */
    private static final ArchRule STORY_PLAYS_FROM_OUTSIDE = classes()
            .that()
            .resideInAPackage("org.natter.local.story..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.natter.local.story..",
                    "org.natter.local.clock..",
                    "org.natter.local.mailbox..",
                    "org.natter.local.stack..",
                    "org.natter.web.services..",
                    "org.apache.kafka..");

    @Test
    void theStoryIsPlayedFromOutside() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.natter.local");

        STORY_PLAYS_FROM_OUTSIDE.check(ours);
    }

    @Test
    void aStoryThatReachesIntoTheStoreIsCaught() {
        var planted =
                new ClassFileImporter().importClasses(org.natter.local.story.PlantedStory.class, EmbeddedStore.class);

        assertThatThrownBy(() -> STORY_PLAYS_FROM_OUTSIDE.check(planted)).isInstanceOf(AssertionError.class);
    }
}
