package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.stack.StackKeys;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.ServiceAddresses;
import org.natter.web.services.ServiceClients;
import org.natter.web.services.ServiceRefusal;

/** A service that answers with one status after another, the last of them for good. */
class PatienceTest {

    private final Queue<Integer> statuses = new ArrayDeque<>();
    private int asked;
    private HttpServer server;
    private EventApi patient;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked++;
            int status = statuses.size() > 1 ? statuses.remove() : statuses.element();
            var body = "[]".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var clients = ServiceClients.signedWith(
                StackKeys.keptIn(folder).accessPrivate().toString(),
                new ServiceAddresses(base, base, base),
                Clock.systemUTC(),
                Patience.FOR_AN_ANSWER);
        patient = Patience.with(EventApi.class, clients.events());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAgainWhileAServiceIsAwayBusyOrOnAnotherMinute() {
        statuses.addAll(List.of(503, 429, 401, 200));

        assertThat(patient.regions(Caller.everybody())).isEmpty();
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void takesARefusalForAnAnswer() {
        statuses.add(409);

        assertThatThrownBy(() -> patient.regions(Caller.everybody())).isInstanceOf(ServiceRefusal.class);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void waitsUntilSomethingIsKnown() {
        statuses.addAll(List.of(404, 404));

        assertThat(Patience.until("the third look", () -> asked == 2 ? Optional.of(asked) : look()))
                .isEqualTo(2);
    }

    private Optional<Integer> look() {
        assertThatThrownBy(() -> patient.regions(Caller.everybody())).isInstanceOf(ServiceRefusal.class);
        return Optional.empty();
    }
}
