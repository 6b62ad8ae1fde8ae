package org.natter.local.story;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.local.stack.Application;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three services' REST APIs, called as web calls them: a fresh one-minute token for each call.
 *
 * <p>A call that finds its service away, busy or on another minute is made again for half a minute; every command it sends
 * is one that may be sent twice.
 */
final class Services {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TRYING = Duration.ofSeconds(30);
    private static final Set<Integer> NOT_NOW = Set.of(401, 429, 502, 503);

    private final Ports ports;
    private final ECKey key;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Services(Ports ports, StackKeys keys, Clock clock) {
        this.ports = ports;
        this.key = keys.signingKey();
        this.clock = clock;
    }

    /** What a service answered. */
    record Reply(int status, JsonNode body) {

        boolean worked() {
            return status / 100 == 2;
        }
    }

    JsonNode get(Application service, Pass pass, String path) {
        return worked("GET", service, path, send(service, pass, "GET", path, null, null));
    }

    JsonNode post(Application service, Pass pass, String path, Object body) {
        return worked("POST", service, path, send(service, pass, "POST", path, body, null));
    }

    JsonNode postOnce(Application service, Pass pass, String path, Object body, String idempotencyKey) {
        return worked("POST", service, path, send(service, pass, "POST", path, body, idempotencyKey));
    }

    JsonNode put(Application service, Pass pass, String path, Object body) {
        return worked("PUT", service, path, send(service, pass, "PUT", path, body, null));
    }

    /** The answer, whatever it is. */
    Reply send(
            Application service,
            Pass pass,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String idempotencyKey) {
        long deadline = System.nanoTime() + TRYING.toNanos();
        while (true) {
            Optional<Reply> reply = once(service, pass, method, path, body, idempotencyKey);
            if (reply.isPresent() && !NOT_NOW.contains(reply.get().status())) {
                return reply.get();
            }
            if (System.nanoTime() > deadline) {
                return reply.orElseThrow(() -> new IllegalStateException(service.label() + " does not answer."));
            }
            Patience.pause();
        }
    }

    /** The answer to one single try; empty if there was none. */
    Optional<Reply> once(
            Application service,
            Pass pass,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ports.addressOf(service) + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + pass.token(key, service.label(), clock.instant()))
                .header("Accept", "application/json, application/problem+json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            byte[] answer = response.body();
            return Optional.of(new Reply(
                    response.statusCode(), answer.length == 0 ? JSON.createObjectNode() : JSON.readTree(answer)));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during a call.", e);
        }
    }

    private static JsonNode worked(String method, Application service, String path, Reply reply) {
        if (!reply.worked()) {
            throw new IllegalStateException(
                    method + " " + path + " at " + service.label() + " gave " + reply.status() + ": " + reply.body());
        }
        return reply.body();
    }
}
