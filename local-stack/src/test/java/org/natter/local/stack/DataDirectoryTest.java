package org.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void aNewOneCanBeReadByItsOwnerOnly() throws IOException {
        try (var data = DataDirectory.open(folder.resolve("data"))) {
            assertThat(Files.getPosixFilePermissions(data.path(".")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void refusesToBeUsedTwiceAtOnce() {
        try (var data = DataDirectory.open(folder.resolve("data"))) {
            assertThatThrownBy(() -> DataDirectory.open(folder.resolve("data")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith(
                            "Another Natter is using " + data.path(".").normalize());
        }
    }

    @Test
    void refusesAFolderWithSomethingElseInIt() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "the only copy");

        assertThatThrownBy(() -> DataDirectory.open(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds something that is not Natter's");
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void aRefusedFolderIsNotInUse() throws IOException {
        var thesis = Files.writeString(folder.resolve("thesis.txt"), "the only copy");
        assertThatThrownBy(() -> DataDirectory.open(folder)).isInstanceOf(CannotStart.class);

        Files.delete(thesis);

        try (var data = DataDirectory.open(folder)) {
            assertThat(data.path("natter-data")).exists();
        }
    }

    @Test
    void refusesAFolderItCannotMake() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> DataDirectory.open(folder.resolve("file").resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Natter cannot write in ");
    }

    @Test
    void whatIsSetAsideIsKeptUnderAnotherNameEachTime() throws IOException {
        try (var data = DataDirectory.open(folder.resolve("data"))) {
            for (String told : List.of("first", "second")) {
                Files.createDirectories(data.path("broker"));
                Files.writeString(data.path("broker").resolve("log"), told);
                data.setAside("broker");
            }

            assertThat(data.path("broker")).doesNotExist();
            assertThat(data.path("broker-aside-1").resolve("log")).hasContent("first");
            assertThat(data.path("broker-aside-2").resolve("log")).hasContent("second");
            assertThatThrownBy(() -> data.setAside("broker"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageEndingWith("has no broker to set aside.");
        }
    }

    @Test
    void aLogIsFoundOnceSomethingStandsInIt() throws IOException {
        try (var data = DataDirectory.open(folder.resolve("data"))) {
            assertThat(data.holdsLog("broker", "natter.events-")).isFalse();
            var partition = Files.createDirectories(data.path("broker").resolve("natter.events-3"));
            var log = Files.writeString(partition.resolve("00000000000000000000.log"), "");
            assertThat(data.holdsLog("broker", "natter.events-")).isFalse();

            Files.writeString(log, "told");

            assertThat(data.holdsLog("broker", "natter.events-")).isTrue();
            assertThat(data.holdsLog("broker", "natter.feedback-")).isFalse();
            assertThat(data.isEmpty("store/natter.mv")).isTrue();
        }
    }

    @Test
    void emptyingLeavesNothingOfTheLastDemo() throws IOException {
        try (var data = DataDirectory.open(folder.resolve("data"))) {
            Files.createDirectories(data.path("mail"));
            Files.writeString(data.path("mail").resolve("000001.eml"), "old");

            data.empty();

            assertThat(data.path("mail")).doesNotExist();
        }
        try (var again = DataDirectory.open(folder.resolve("data"))) {
            assertThat(again.path("natter-data")).exists();
        }
    }
}
