package org.natter.times;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void theRoomKnowsPlainJavaAloneAndShowsTwoTypes() {
        var room = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.natter.times");

        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.natter.times", "java..", "org.jspecify..")
                .check(room);
        assertThat(room.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> type.getEnclosingClass().isEmpty())
                        .map(type -> type.getSimpleName()))
                .containsExactlyInAnyOrder("SpokenTime", "CalendarFile");
    }
}
