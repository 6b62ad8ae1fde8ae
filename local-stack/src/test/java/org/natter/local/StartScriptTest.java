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
 * which every later one would crash, and one that never came up one that makes every later start slow. The JVM here is a script
 * that writes an archive of the words it is given, marks that it is up if it is told to, and takes an archive for whole if that is
 * what it says.
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
            for word in "$@"; do
                case "$word" in
                    -Dnatter.up=*) [ -z "${UP:-}" ] || : > "${word#*=}" ;;
                    -XX:ArchiveClassesAtExit=*) [ -z "${WRITES:-}" ] || echo "$WRITES" > "${word#*=}" ;;
                esac
            done
            """;

    private static final String ARCHIVE = "local-stack/target/natter-classes-17.0.15.jsa";

    /** No process has this number. */
    private static final String ANOTHER_RUN = ARCHIVE + ".999999999";

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
        assertThat(run()).contains("-XX:ArchiveClassesAtExit=" + ARCHIVE);
    }

    @Test
    void aWholeOneIsTakenIntoUseByTheNext() throws Exception {
        run("whole", "up");

        assertThat(run()).contains("-XX:SharedArchiveFile=" + ARCHIVE).doesNotContain("-XX:ArchiveClassesAtExit");
        assertThat(run()).contains("-XX:SharedArchiveFile=" + ARCHIVE);
        assertThat(kept()).containsExactly(ARCHIVE);
    }

    @Test
    void halfOfOneIsLeftAsideAndWrittenAnew() throws Exception {
        run("half", "up");

        assertThat(run()).contains("-XX:ArchiveClassesAtExit=" + ARCHIVE).doesNotContain("SharedArchiveFile");
        assertThat(kept()).isEmpty();
    }

    /** It has next to nothing in it, and every later start would do without the rest. */
    @Test
    void thatOfARunThatNeverCameUpIsLeftAsideAndWrittenAnew() throws Exception {
        run("whole", "");

        assertThat(run()).contains("-XX:ArchiveClassesAtExit=" + ARCHIVE).doesNotContain("SharedArchiveFile");
        assertThat(kept()).isEmpty();
    }

    @Test
    void ofTwoRunsThatOfTheOneThatWasUpIsTaken() throws Exception {
        run("whole, and all but empty", "");
        Files.writeString(house.resolve(ANOTHER_RUN + ".up"), "");
        Files.writeString(house.resolve(ANOTHER_RUN + ".new"), "whole");

        assertThat(run()).contains("-XX:SharedArchiveFile=" + ARCHIVE);
        assertThat(Files.readString(house.resolve(ARCHIVE))).isEqualTo("whole");
        assertThat(kept()).containsExactly(ARCHIVE);
    }

    @Test
    void aRunThatWasKilledLeavesNothing() throws Exception {
        run("", "up");
        run();

        assertThat(kept()).isEmpty();
    }

    @Test
    void whatARunThatIsStillUpHasMarkedStays() throws Exception {
        var mark = ARCHIVE + "." + ProcessHandle.current().pid() + ".up";
        Files.writeString(house.resolve(mark), "");

        run();

        assertThat(kept()).containsExactly(mark);
    }

    /** A machine of 128 GB has another kind of heap by itself, and would throw the archive away at each start. */
    @Test
    void itIsTriedWithTheHeapThatItIsUsedWith() throws Exception {
        run("whole", "up");

        var ran = run();

        assertThat(heapIn(Files.readString(house.resolve("tried"))))
                .contains("-Xmx512m", "-XX:+UseSerialGC")
                .isEqualTo(heapIn(ran));
    }

    private List<String> kept() throws IOException {
        try (var files = Files.list(house.resolve("local-stack/target"))) {
            return files.map(file -> house.relativize(file).toString())
                    .filter(name -> name.contains(".jsa"))
                    .toList();
        }
    }

    private static List<String> heapIn(String words) {
        return words.lines()
                .filter(word -> word.startsWith("-Xm") || word.matches("-XX:[+]Use.*GC"))
                .toList();
    }

    /** What the JVM was started with that writes nothing. */
    private String run() throws IOException, InterruptedException {
        return run("", "");
    }

    /**
     * What the JVM was started with.
     *
     * @param archive what it writes, if it is to write one; a kill leaves none
     * @param up empty for a run that ends before it is up
     */
    private String run(String archive, String up) throws IOException, InterruptedException {
        var starting = new ProcessBuilder("sh", "natter", "up").directory(house.toFile());
        starting.environment().put("JAVA_HOME", house.resolve("jdk").toString());
        starting.environment().put("WRITES", archive);
        starting.environment().put("UP", up);
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
