package org.natter.web.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.ServiceRefusal.FieldError;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of one service: path with variables in braces, JSON both ways, a fresh token each time. Every method throws
 * {@link ServiceDown} when there is no answer within two seconds or a 5xx, and {@link ServiceRefusal} for any 4xx.
 */
final class ServiceCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Backend service;
    private final ServiceToken token;
    private final RestClient client;

    ServiceCalls(Backend service, URI base, ServiceToken token) {
        this.service = service;
        this.token = token;
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(PATIENCE);
        this.client = RestClient.builder()
                .baseUrl(base.toString())
                .requestFactory(requests)
                .build();
    }

    <T> T get(Caller caller, Class<T> type, String path, Object... variables) {
        return read(exchange(caller, HttpMethod.GET, null, Map.of(), path, variables), type);
    }

    <T> List<T> list(Caller caller, Class<T> element, String path, Object... variables) {
        var bytes = exchange(caller, HttpMethod.GET, null, Map.of(), path, variables);
        try {
            return JSON.readValue(bytes, JSON.getTypeFactory().constructCollectionType(List.class, element));
        } catch (JacksonException unreadable) {
            throw ServiceDown.because(service, unreadable);
        }
    }

    <T> T post(Caller caller, @Nullable Object body, Class<T> type, String path, Object... variables) {
        return read(exchange(caller, HttpMethod.POST, body, Map.of(), path, variables), type);
    }

    /** A command that may be sent twice: the service answers the same for the same key. */
    <T> T postOnce(Caller caller, String key, Object body, Class<T> type, String path, Object... variables) {
        return read(exchange(caller, HttpMethod.POST, body, Map.of("Idempotency-Key", key), path, variables), type);
    }

    <T> T put(Caller caller, Object body, Class<T> type, String path, Object... variables) {
        return read(exchange(caller, HttpMethod.PUT, body, Map.of(), path, variables), type);
    }

    <T> T delete(Caller caller, Class<T> type, String path, Object... variables) {
        return read(exchange(caller, HttpMethod.DELETE, null, Map.of(), path, variables), type);
    }

    /** A command whose answer nobody reads. */
    void send(Caller caller, HttpMethod method, @Nullable Object body, String path, Object... variables) {
        exchange(caller, method, body, Map.of(), path, variables);
    }

    private byte[] exchange(
            Caller caller,
            HttpMethod method,
            @Nullable Object body,
            Map<String, String> headers,
            String path,
            Object... variables) {
        try {
            var request = client.method(method)
                    .uri(path, variables)
                    .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                    .headers(all -> {
                        all.setBearerAuth(token.mint(caller, service));
                        headers.forEach(all::set);
                    });
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(body));
            }
            return Optional.ofNullable(request.exchange((sent, answer) -> bytesOf(answer)))
                    .orElseGet(() -> new byte[0]);
        } catch (ResourceAccessException unreachable) {
            throw ServiceDown.because(service, unreachable);
        }
    }

    private byte[] bytesOf(ClientHttpResponse answer) throws IOException {
        var status = answer.getStatusCode().value();
        var bytes = answer.getBody().readAllBytes();
        if (status >= 400 && status < 500 && status != 401 && status != 429) {
            throw refusal(status, bytes);
        }
        if (status >= 400) {
            throw ServiceDown.answering(service, status);
        }
        return bytes;
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            return JSON.readValue(
                    bytes.length == 0 ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8) : bytes, type);
        } catch (JacksonException unreadable) {
            throw ServiceDown.because(service, unreadable);
        }
    }

    private ServiceRefusal refusal(int status, byte[] bytes) {
        try {
            var problem = JSON.readTree(bytes);
            var type = problem.path("type").asString("");
            var errors = new ArrayList<FieldError>();
            for (JsonNode error : problem.path("errors")) {
                errors.add(new FieldError(
                        error.path("field").asString(""), error.path("message").asString("")));
            }
            return ServiceRefusal.of(service, status, type.substring(type.lastIndexOf(':') + 1), errors);
        } catch (JacksonException notAProblem) {
            return ServiceRefusal.of(service, status, "", List.of());
        }
    }

    /** A type of a generic answer; only for what {@link #list} cannot say. */
    <T> T get(Caller caller, TypeReference<T> type, String path, Object... variables) {
        var bytes = exchange(caller, HttpMethod.GET, null, Map.of(), path, variables);
        try {
            return JSON.readValue(bytes, type);
        } catch (JacksonException unreadable) {
            throw ServiceDown.because(service, unreadable);
        }
    }
}
