package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The class archive that {@code ./natter} has its first run write: a JVM that is killed meanwhile leaves half of one, with
 * which every later one would crash. The JVM here is a script that takes an archive for whole if that is what it says.
 */
class StartScriptTest {

    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
                -version) echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit ;;
                *-version*)
                    printf '%s\\n' "$@" > tried
                    for word in "$@"; do
                        case "$word" in -XX:SharedArchiveFile=*) exec grep -q whole "${word#*=}" ;; esac
                    done ;;
            esac
            printf '%s\\n' "$@" > ran
            """;

    private static final String ARCHIVE = "local-stack/target/natter-classes-17.0.15.jsa";

    @TempDir
    private Path house;

    @BeforeEach
    void aHouseThatIsBuilt() throws IOException {
        Files.createDirectories(house.resolve("local-stack/target"));
        Files.createDirectories(house.resolve("jdk/bin"));
        Files.copy(Path.of("..", "natter"), house.resolve("natter"));
        Files.writeString(house.resolve("pom.xml"), "");
        Files.writeString(house.resolve("local-stack/target/local-stack.jar"), "");
        Files.writeString(house.resolve("local-stack/target/natter-built"), "");
        Files.writeString(house.resolve("jdk/bin/java"), JAVA);
        Files.setPosixFilePermissions(house.resolve("jdk/bin/java"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theFirstRunWritesOne() throws Exception {
        assertThat(run()).contains("-XX:ArchiveClassesAtExit=" + ARCHIVE + ".new");
    }

    @Test
    void aWholeOneIsTakenIntoUseByTheNext() throws Exception {
        Files.writeString(house.resolve(ARCHIVE + ".new"), "whole");

        assertThat(run()).contains("-XX:SharedArchiveFile=" + ARCHIVE).doesNotContain("-XX:ArchiveClassesAtExit");
        assertThat(run()).contains("-XX:SharedArchiveFile=" + ARCHIVE);
    }

    @Test
    void halfOfOneIsLeftAsideAndWrittenAnew() throws Exception {
        Files.writeString(house.resolve(ARCHIVE + ".new"), "half");

        assertThat(run())
                .contains("-XX:ArchiveClassesAtExit=" + ARCHIVE + ".new")
                .doesNotContain("SharedArchiveFile");
        assertThat(house.resolve(ARCHIVE)).doesNotExist();
    }

    /** A machine of 128 GB has another kind of heap by itself, and would throw the archive away at each start. */
    @Test
    void itIsTriedWithTheHeapThatItIsUsedWith() throws Exception {
        Files.writeString(house.resolve(ARCHIVE + ".new"), "whole");

        var ran = run();

        assertThat(heapIn(Files.readString(house.resolve("tried"))))
                .contains("-Xmx512m", "-XX:+UseSerialGC")
                .isEqualTo(heapIn(ran));
    }

    private static List<String> heapIn(String words) {
        return words.lines()
                .filter(word -> word.startsWith("-Xm") || word.matches("-XX:[+]Use.*GC"))
                .toList();
    }

    /** What the JVM was started with. */
    private String run() throws IOException, InterruptedException {
        var starting = new ProcessBuilder("sh", "natter", "up").directory(house.toFile());
        starting.environment().put("JAVA_HOME", house.resolve("jdk").toString());
        var process = starting.redirectErrorStream(true)
                .redirectOutput(house.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(house.resolve("said")))
                .isZero();
        return Files.readString(house.resolve("ran"));
    }
}
