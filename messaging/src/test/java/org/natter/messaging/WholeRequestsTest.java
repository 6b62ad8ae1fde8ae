package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Requests that arrive a letter at a time, over real lines. */
class WholeRequestsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final AtomicInteger begun = new AtomicInteger();
    private WebServer server;

    @AfterEach
    void close() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "plain", "ignored"})
    void aLetterAtATimeEndsInTimeAndNothingOfItIsBegun(String path) throws Exception {
        open(SHORT);
        try (var line = begin(path, "Content-Length: 5000")) {
            var answer = dripUntilAnswered(line, "a");

            assertThat(answer).startsWith("HTTP/1.1 408").containsIgnoringCase("Connection: close");
            assertThat(begun).hasValue(0);
        }
    }

    @Test
    void soDoPiecesWithoutAnEnd() throws Exception {
        open(SHORT);
        try (var line = begin("plain", "Transfer-Encoding: chunked")) {
            assertThat(dripUntilAnswered(line, "1\r\na\r\n")).startsWith("HTTP/1.1 408");
        }
        assertThat(begun).hasValue(0);
    }

    @Test
    void soDoesWhatNeverComes() throws Exception {
        open(SHORT);
        try (var line = begin("form", "Content-Length: 5")) {
            assertThat(answer(line)).startsWith("HTTP/1.1 408");
        }
        assertThat(begun).hasValue(0);
    }

    @Test
    void whatArrivesInTimeIsReadAsItWasSentAndTheLineStays() throws Exception {
        open(LONG);
        var large = "x".repeat(3 * WholeRequests.MOST);
        try (var line = begin("form", "Content-Length: 9")) {
            send(line, "word=");
            send(line, "tea&");

            assertThat(answer(line)).startsWith("HTTP/1.1 200").endsWith("word=tea");
            send(line, head("plain", "Content-Length: " + large.length()) + large);
            assertThat(answer(line)).startsWith("HTTP/1.1 200").endsWith("\n" + large.length());
            send(line, head("plain", "Transfer-Encoding: chunked") + "3\r\ncup\r\n2\r\nof\r\n0\r\n\r\n");
            assertThat(answer(line)).startsWith("HTTP/1.1 200").endsWith("\n5");
            send(line, head("ignored", "Content-Length: " + large.length()) + large);
            assertThat(answer(line)).startsWith("HTTP/1.1 200");
            send(line, head("form", "Content-Length: 8") + "word=cup");
            assertThat(answer(line)).endsWith("word=cup");
        }
    }

    /** What is too large to be kept is nobody's to wait for either. */
    @Test
    void theRestOfALargeOneEndsInTimeToo() throws Exception {
        open(SHORT);
        var length = 10 * WholeRequests.MOST;
        try (var line = begin("ignored", "Content-Length: " + length)) {
            send(line, "x".repeat(WholeRequests.MOST + 10_000));

            assertThat(dripUntilAnswered(line, "a")).startsWith("HTTP/1.1 200");
            assertThat(begun).hasValue(1);
        }
    }

    private void open(Duration within) {
        var tomcat = new TomcatServletWebServerFactory(0);
        new WholeRequests(within).customize(tomcat);
        server = tomcat.getWebServer(
                context -> context.addServlet("kitchen", new Kitchen()).addMapping("/*"));
        server.start();
    }

    private Socket begin(String path, String length) throws IOException {
        var line = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        line.setSoTimeout(15_000);
        send(line, head(path, length));
        return line;
    }

    private static String head(String path, String length) {
        return "POST /" + path + " HTTP/1.1\r\nHost: tea\r\nContent-Type: "
                + (path.equals("form") ? "application/x-www-form-urlencoded" : "text/plain") + "\r\n" + length
                + "\r\n\r\n";
    }

    private static void send(Socket line, String bytes) throws IOException {
        line.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    /** Goes on sending until somebody says something. */
    private static String dripUntilAnswered(Socket line, String drop) throws IOException {
        Awaitility.await("an answer")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(15))
                .until(() -> {
                    var answered = line.getInputStream().available() > 0;
                    if (!answered) {
                        send(line, drop);
                    }
                    return answered;
                });
        return answer(line);
    }

    /** One answer, and nothing of what follows it. */
    private static String answer(Socket line) throws IOException {
        var all = new StringBuilder();
        var in = line.getInputStream();
        while (all.indexOf("\r\n\r\n") < 0) {
            var letter = in.read();
            assertThat(letter).as("more after: %s", all).isNotNegative();
            all.append((char) letter);
        }
        var length = all.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        if (length.matches("\\d+")) {
            all.append(new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.US_ASCII));
        }
        return all.toString();
    }

    private final class Kitchen extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            begun.incrementAndGet();
            var said = switch (request.getRequestURI()) {
                case "/form" ->
                    Collections.list(request.getParameterNames()).stream()
                            .map(name -> name + "=" + request.getParameter(name))
                            .findFirst()
                            .orElse("");
                case "/plain" -> Integer.toString(request.getInputStream().readAllBytes().length);
                default -> "";
            };
            response.setContentLength(said.length());
            response.getOutputStream().print(said);
        }
    }
}
