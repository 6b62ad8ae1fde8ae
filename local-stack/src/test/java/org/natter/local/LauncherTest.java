package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mark by which the start script knows that a run was up, and that its classes are worth keeping. */
class LauncherTest {

    @TempDir
    private Path folder;

    private List<String> options;
    private Path mark;

    @BeforeEach
    void aMark() {
        mark = folder.resolve("mark");
        options = List.of("-Xmx512m", "-Dnatter.up=" + mark);
    }

    @Test
    void aStartThatFailsMarksNothing() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");

        try (var natter = ChildJvm.running(Launcher.class, options, List.of("up", "--data", file.toString()))) {
            natter.awaitLine("Natter cannot write in " + file);
        }

        assertThat(mark).doesNotExist();
    }

    @Test
    void aRunThatIsUpSaysSo() throws Exception {
        var words = List.of("demo", "--check", "--data", folder.resolve("data").toString());

        try (var natter = ChildJvm.running(Launcher.class, options, words)) {
            await().atMost(Duration.ofMinutes(4)).until(() -> Files.exists(mark));
            assertThat(natter.memory()).as("it is still there").isNotEmpty();
        }
    }
}
