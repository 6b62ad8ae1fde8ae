package org.natter.access.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls a running service over HTTP as web would, in any role. A service's tests add their own roles and requests. */
public class HttpCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Environment environment;
    private final Tokens tokens;
    private final Clock clock;
    private volatile @Nullable ApiRoutes routes;

    /** The service is found by the {@code local.server.port} of its environment. */
    public HttpCalls(Environment environment, Tokens tokens, Clock clock) {
        this.environment = environment;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode json() {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        }

        public String at(String field) {
            return json().path(field).asString();
        }

        /** The last word of a problem's type, such as {@code no-token}. */
        public String problem() {
            return at("type").replace("urn:natter:problem:", "");
        }

        /** Field and sentence of each error, as {@code name: Enter your name}. */
        public List<String> errors() {
            return shortcomings()
                    .map(error -> error.path("field").asString() + ": "
                            + error.path("message").asString())
                    .toList();
        }

        /** Field and code of each error, as {@code title TITLE_MISSING}. */
        public List<String> codes() {
            return shortcomings()
                    .map(error -> error.path("field").asString() + " "
                            + error.path("code").asString())
                    .toList();
        }

        private Stream<JsonNode> shortcomings() {
            return json().path("errors").valueStream();
        }
    }

    /** Somebody with a token, or without one. */
    public final class As {

        private final String role;
        private final String token;
        private final Map<String, String> headers = new TreeMap<>();
        private String sample = "";

        private As(String role, String token) {
            this.role = role;
            this.token = token;
        }

        /** The next call is the golden sample of this name: see {@link RestSamples}. */
        public As sample(String name) {
            sample = name;
            return this;
        }

        /** With another header; an empty {@code Content-Type} is none. */
        public As with(String header, String value) {
            headers.put(header, value);
            return this;
        }

        public Answer get(String path) {
            return send("GET", path, null);
        }

        public Answer post(String path, Object body) {
            return send("POST", path, body);
        }

        public Answer put(String path, Object body) {
            return send("PUT", path, body);
        }

        public Answer delete(String path) {
            return send("DELETE", path, null);
        }

        /** A text goes as it is, anything else as JSON. */
        public Answer send(String method, String path, @Nullable Object body) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
            var type = headers.getOrDefault("Content-Type", "application/json");
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            headers.forEach((name, value) -> {
                if (!name.equals("Content-Type")) {
                    request.header(name, value);
                }
            });
            try {
                var response = client.send(request.build(), BodyHandlers.ofString());
                var answer = new Answer(response.statusCode(), response.headers(), response.body());
                keep(method, path, body, answer);
                return answer;
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopping);
            }
        }

        private void keep(String method, String path, @Nullable Object body, Answer answer) {
            if (!sample.isEmpty()) {
                var name = sample;
                sample = "";
                var exchange = new Exchange(method, path, headers, body == null ? "" : text(body), answer);
                var route = routes().of(method, exchange.calledPath());
                RestSamples.of(tokens.service())
                        .hold(name, route.name(), role, exchange.request(route), exchange.response());
            }
        }

        private String text(Object body) {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        }
    }

    /** The service's description of its own API. */
    public JsonNode openApi() {
        return nobody().get("/v3/api-docs").json();
    }

    /** The service that is called. */
    public String service() {
        return tokens.service();
    }

    private ApiRoutes routes() {
        var known = routes;
        if (known == null) {
            known = new ApiRoutes(openApi());
            routes = known;
        }
        return known;
    }

    public As nobody() {
        return new As("", "");
    }

    public As token(String token) {
        return new As("", token);
    }

    public As as(String role) {
        return as(role, Map.of());
    }

    /** With further claims, or with other ones: {@code sub} says who it is. */
    public As as(String role, Map<String, Object> claims) {
        var all = tokens.claims(role, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        claims.forEach(all::claim);
        return new As(role, tokens.sign(all.build()));
    }
}
