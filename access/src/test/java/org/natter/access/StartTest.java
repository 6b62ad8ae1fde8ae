package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Without web's public keys nobody could be recognised, so a service does not start. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void missingKeysStopTheStartWithOneLine(CapturedOutput output) {
        assertThatThrownBy(() -> TeaRoom.start(""))
                .rootCause()
                .hasMessage("natter.access.public-keys is not set; it names the file with web's public keys");

        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
        assertThat(output.toString().lines().filter(line -> line.startsWith("natter.access.public-keys ")))
                .hasSize(1);
    }

    @Test
    void unreadableKeysStopTheStartWithOneLine(@TempDir Path folder, CapturedOutput output) throws Exception {
        var file = Files.writeString(folder.resolve("keys.json"), "no keys");

        assertThatThrownBy(() -> TeaRoom.start(file.toString())).rootCause().isInstanceOf(UnreadableKeys.class);

        assertThat(output).contains("\nnatter.access.public-keys ").doesNotContain("\tat ");
    }

    @Test
    void setWithoutKeysIsASetByWhichNobodyIsRecognised() {
        try (var service = TeaRoom.start("{\"keys\":[]}")) {
            assertThat(service.isRunning()).isTrue();
        }
    }
}
