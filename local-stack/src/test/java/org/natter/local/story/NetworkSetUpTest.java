package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A set-up page that takes the network, or says to try again, with one status after another. */
class NetworkSetUpTest {

    private static final String PAGE = "<form action=\"/set-up\" method=\"post\"></form><p>Try again in a minute.</p>";

    private final Queue<Integer> statuses = new ArrayDeque<>();
    private int pressed;
    private HttpServer server;
    private Browser marguerite;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var posted = exchange.getRequestMethod().equals("POST");
            pressed += posted ? 1 : 0;
            exchange.getRequestBody().readAllBytes();
            var body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(posted ? statuses.remove() : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        marguerite = new Browser("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void pressesAgainWhileThePageSaysTo() {
        statuses.addAll(List.of(503, 503, 200));

        setUp();

        assertThat(pressed).isEqualTo(3);
    }

    @Test
    void aRefusalIsSaidInOneLine() {
        statuses.add(422);

        assertThatThrownBy(this::setUp).hasMessage("The set-up page refused Marguerite with status 422.");
    }

    private void setUp() {
        NetworkSetUp.submitPatiently(
                marguerite, marguerite.open("/set-up"), Map.of("name", List.of("Marguerite Oake")));
    }
}
