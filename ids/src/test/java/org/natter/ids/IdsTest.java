package org.natter.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class IdsTest {

    private record GuestId(String value) {
        GuestId {
            HexId.require(value);
        }
    }

    private record Pair(String one, String other) {}

    @Test
    void randomIdsHaveTheShapeAndDiffer() {
        var ids = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            ids.add(HexId.require(HexId.random()));
        }

        assertThat(ids).hasSize(1000);
    }

    @Test
    void theSameCauseDerivesTheSameId() {
        assertThat(HexId.derivedFrom("walk-in/1")).isEqualTo(HexId.derivedFrom("walk-in/1"));
        assertThat(HexId.derivedFrom("walk-in/1")).isNotEqualTo(HexId.derivedFrom("walk-in/2"));
        assertThat(HexId.matches(HexId.derivedFrom(""))).isTrue();
    }

    @Test
    void anotherShapeIsRefusedWithoutBeingQuoted() {
        for (var wrong :
                new String[] {"", "0".repeat(31), "0".repeat(33), "0".repeat(31) + "A", "wren@library.example"}) {
            assertThatThrownBy(() -> HexId.require(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an id is 32 lower-case hex letters");
        }
    }

    @Test
    void sha256IsThatOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aTypedIdIsItsText() {
        var guest = TypedIds.of(GuestId.class).all().get(0);
        var id = "0".repeat(32);

        assertThat(guest.write(guest.read(id))).isEqualTo(id);
        assertThat(guest.type()).isEqualTo(GuestId.class);
        assertThatThrownBy(() -> guest.read("wren")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordOfAnotherShapeIsNoTypedId() {
        assertThatThrownBy(() -> TypedIds.of(Pair.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRoomKnowsPlainJavaAloneAndShowsSixTypes() {
        var room = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.natter.ids");

        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.natter.ids", "java..", "javax.crypto..", "org.jspecify..")
                .check(room);
        assertThat(room.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> type.getEnclosingClass().isEmpty())
                        .map(type -> type.getSimpleName()))
                .containsExactlyInAnyOrder("HexId", "Sha256", "TypedIds", "LinkTokens", "Mailboxes", "Unseen");
    }
}
