package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import tools.jackson.databind.json.JsonMapper;

/** A server where nobody else answers: what it says by itself is true, whosever fault it is. */
class BareAnswersTest {

    private static WebServer server;

    @BeforeAll
    static void open() {
        var tomcat = new TomcatServletWebServerFactory(0);
        new BareAnswers(new ProblemWords("tea-room"), new JsonMapper()).customize(tomcat);
        server = tomcat.getWebServer(
                context -> context.addServlet("kitchen", new Kitchen()).addMapping("/*"));
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET /broken HTTP/1.1 | Host: tea                        | 500 | failed
        GET /503 HTTP/1.1    | Host: tea                        | 503 | failed
        GET /431 HTTP/1.1    | Host: tea                        | 431 | unreadable
        GET /404 HTTP/1.1    | Host: tea                        | 404 | not-found
        GET /413 HTTP/1.1    | Host: tea                        | 413 | too-large
        GET / HTTP/9.9       | Host: tea                        | 505 | unreadable
        GET / HTTP/1.1       | Transfer-Encoding: tealeaf       | 501 | unreadable
        GET /?{cups} HTTP/1.1 | Host: tea                       | 400 | unreadable
        """)
    void aFaultOfOursIsCalledOneAndWhatNobodyCanReadIsTheCallers(String line, String header, int status, String problem)
            throws IOException {
        var answer = send(line + "\r\n" + header + (header.startsWith("Host") ? "" : "\r\nHost: tea"));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("urn:natter:problem:" + problem + "\"", "\"status\":" + status)
                .contains("Content-Type: application/problem+json")
                .doesNotContain("hush", "Apache", "<html");
    }

    private static String send(String head) throws IOException {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            line.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class Kitchen extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var wanted = request.getRequestURI().substring(1);
            if (wanted.equals("broken")) {
                throw new IllegalStateException("hush");
            }
            response.sendError(Integer.parseInt(wanted));
        }
    }
}
