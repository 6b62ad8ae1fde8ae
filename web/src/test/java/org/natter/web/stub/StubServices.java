package org.natter.web.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * The three services as web sees them. A call gets the golden answer that was set up for it, and is held against what the
 * golden exchanges of its route send; what was not set up, or is sent by no exchange, is a fault that fails the test.
 */
public final class StubServices implements AutoCloseable {

    private final HttpServer server;
    private final ECKey key;
    private final Consumer<StubServices> season;
    private final Set<String> asleep = ConcurrentHashMap.newKeySet();
    private final Map<String, Function<Call, Optional<Sampled>>> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    /** @param season sets up what every test begins with */
    public StubServices(Consumer<StubServices> season) {
        this.season = season;
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException noStart) {
            throw new IllegalStateException(noStart);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
        reset();
    }

    public void reset() {
        asleep.clear();
        answers.clear();
        calls.clear();
        faults.clear();
        season.accept(this);
    }

    /** @throws AssertionError if web has asked for something that no service knows or was set up to answer */
    public void expectNoFaults() {
        assertThat(faults).isEmpty();
    }

    public String address(String service) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + service;
    }

    public String privateKey() {
        return key.toJSONString();
    }

    public void sendToSleep(String service) {
        asleep.add(service);
    }

    public void wake() {
        asleep.clear();
    }

    /** From now on this call, as "METHOD /service/path", gets this answer. */
    public void answer(String call, Sampled answer) {
        requireOfRoute(Call.of(call), answer);
        answers.put(call, sent -> Optional.of(answer));
    }

    /** From now on the answer to this call depends on what it sends and what went before. */
    public void answer(String call, Function<Call, Sampled> answer) {
        answers.put(call, sent -> Optional.of(answer.apply(sent)));
    }

    /** From now on this call is too much for the service: its answer is a 500 without a word. */
    public void breaksAt(String call) {
        answers.put(call, sent -> Optional.empty());
    }

    /** Everything asked so far, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> calls(String method, String path) {
        return calls.stream()
                .filter(call -> call.name().equals(method + " " + path))
                .toList();
    }

    public Optional<Call> last(String method, String path) {
        var all = calls(method, path);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** What the last call of this kind, as "METHOD /service/path", sent. @throws AssertionError if there is none */
    public JsonNode sent(String call) {
        return calls.stream()
                .filter(made -> made.name().equals(call))
                .reduce((earlier, later) -> later)
                .map(Call::json)
                .orElseThrow(() -> new AssertionError("Nobody called " + call));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var call = Call.of(exchange);
        var answer = asleep.contains(call.service()) ? Optional.<Sampled>empty() : answerTo(call);
        var status = answer.map(Sampled::status).orElse(500);
        calls.add(call.answeredWith(status));
        var bytes = answer.filter(sampled -> !sampled.json().isMissingNode())
                .map(sampled -> sampled.text().getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
        answer.map(Sampled::contentType)
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Optional<Sampled> answerTo(Call call) {
        try {
            var strange = Route.of(call)
                    .orElseThrow(() -> new AssertionError("No exchange has " + call.name()))
                    .strangeIn(call);
            assertThat(strange).as("what no exchange sends: %s", call.name()).isEmpty();
            var answer = Optional.ofNullable(answers.get(call.name()))
                    .orElseThrow(() -> new AssertionError("Nothing is set up to answer " + call.name()))
                    .apply(call);
            answer.ifPresent(sampled -> requireOfRoute(call, sampled));
            answer.ifPresent(sampled -> requireWanted(call, sampled));
            return answer;
        } catch (AssertionError | RuntimeException fault) {
            faults.add(fault.getMessage());
            return Optional.empty();
        }
    }

    /** A service answers 406 to whoever does not want the kind of content that it has. */
    private static void requireWanted(Call call, Sampled answer) {
        assertThat(MediaType.parseMediaTypes(call.accept()))
                .as("what %s takes", call.name())
                .anyMatch(taken -> taken.includes(MediaType.parseMediaType(answer.contentType())));
    }

    private static void requireOfRoute(Call call, Sampled answer) {
        assertThat(Route.of(call))
                .as("the route of %s", call.name())
                .hasValueSatisfying(route -> assertThat(answer.answers(route))
                        .as("%s is no answer to %s", answer, call.name())
                        .isTrue());
    }
}
