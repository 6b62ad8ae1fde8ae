package org.natter.attendee;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the running service over HTTP as web would, in any role. */
@TestComponent
public final class Calls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Environment environment;
    private final Tokens tokens;
    private final MovableClock clock;

    Calls(Environment environment, ObjectProvider<Tokens> tokens, MovableClock clock) {
        this.environment = environment;
        this.tokens = tokens.getObject();
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

        public String problem() {
            return at("type").replace("urn:natter:problem:", "");
        }

        /** Field and sentence of each error, as {@code name: Enter your name}. */
        public List<String> errors() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString() + ": "
                            + error.path("message").asString())
                    .toList();
        }
    }

    /** Somebody with a token, or without one. */
    public final class As {

        private final String token;
        private final Map<String, String> headers = new HashMap<>();

        private As(String token) {
            this.token = token;
        }

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

        public Answer delete(String path) {
            return send("DELETE", path, null);
        }

        public Answer put(String path, Object body) {
            return send("PUT", path, body);
        }

        public Answer send(String method, String path, Object body) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)))
                    .header("Content-Type", "application/json");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            headers.forEach(request::header);
            try {
                var response = client.send(request.build(), BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.headers(), response.body());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private String text(Object body) {
            return body instanceof String ? (String) body : JSON.writeValueAsString(body);
        }
    }

    public As nobody() {
        return new As("");
    }

    public As token(String token) {
        return new As(token);
    }

    public As as(String role) {
        return new As(tokens.sign(Tokens.claims(role, clock.instant()).build()));
    }

    public As owner() {
        return as("OWNER");
    }

    public As organiserOf(String region) {
        return new As(tokens.sign(Tokens.claims("ORGANISER", clock.instant())
                .claim("region", region)
                .build()));
    }

    public As doorHelperAt(EventId event) {
        return new As(tokens.sign(Tokens.claims("DOOR", clock.instant())
                .claim("event", event.value())
                .build()));
    }

    public As answering(AttendanceId attendance, EventId event) {
        return new As(tokens.sign(Tokens.claims("ANSWER", clock.instant())
                .subject(attendance.value())
                .claim("event", event.value())
                .claim("gen", 1)
                .build()));
    }

    public As attendee(String person) {
        return new As(tokens.sign(
                Tokens.claims("ATTENDEE", clock.instant()).subject(person).build()));
    }

    public As visitor() {
        return as("PUBLIC");
    }
}
