package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A JVM that stops at the first compiler reserves 48 MB for what it compiles, and when they are full it compiles no more:
 * everything goes on, many times slower and without a word in the log.
 */
class JvmOptionsTest {

    private static final Path TOP = Path.of("..");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "natter",
                "pom.xml",
                ".mvn/jvm.config",
                "local-stack/src/test/java/org/natter/local/ChildJvm.java"
            })
    void whoStopsAtTheFirstCompilerReservesRoomForWhatItCompiles(String where) throws IOException {
        assertThat(Files.readString(TOP.resolve(where)))
                .contains("-XX:TieredStopAtLevel=1")
                .containsPattern("-XX:ReservedCodeCacheSize=\\d{3}m");
    }

    /** What is measured of memory, and what a killed process loses, is that of the real thing. */
    @ParameterizedTest
    @ValueSource(strings = {"natter", "local-stack/src/test/java/org/natter/local/story/StackChild.java"})
    void theStackHasTheSameMemoryInTests(String where) throws IOException {
        assertThat(Files.readString(TOP.resolve(where))).contains("-Xmx512m", "-Xss512k");
    }
}
