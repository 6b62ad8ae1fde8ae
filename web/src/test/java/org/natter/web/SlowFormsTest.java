package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Whoever sends a letter at a time is told so, kindly, and holds no thread of web's any longer. */
@TestPropertySource(properties = "natter.requests-within=600ms")
class SlowFormsTest extends WholeWebBody {

    /** A form, what is read by nobody, and what nobody is allowed to send. */
    @ParameterizedTest
    @CsvSource({
        "POST, /account/sign-in, application/x-www-form-urlencoded",
        "POST, /account/sign-in, text/plain",
        "GET,  /help,            text/plain",
        "PUT,  /organise/team,   application/json"
    })
    void aLetterAtATimeHasAnEnd(String method, String path, String type) throws Exception {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.setSoTimeout(20_000);
            send(
                    line,
                    method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                            + "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: " + type
                            + "\r\nContent-Length: 50000\r\n\r\n");

            Awaitility.await("an answer")
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> {
                        var answered = line.getInputStream().available() > 0;
                        if (!answered) {
                            send(line, "a");
                        }
                        return answered;
                    });

            var answer = new String(line.getInputStream().readNBytes(3_000), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 408")
                    .contains("That took a while", "Go back and send it once more.")
                    .containsIgnoringCase("Content-Security-Policy")
                    .containsIgnoringCase("Connection: close");
        }
    }

    private static void send(Socket line, String bytes) throws IOException {
        line.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }
}
