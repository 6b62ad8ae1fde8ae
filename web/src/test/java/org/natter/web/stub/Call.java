package org.natter.web.stub;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call as it arrived.
 *
 * @param path with the service in front, such as {@code /event/overview}
 * @param status of the answer; 0 before it is there
 */
public record Call(
        String method,
        String path,
        String rawQuery,
        String body,
        String authorization,
        String key,
        String accept,
        int status) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Call of(HttpExchange exchange) throws IOException {
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getOrDefault("Accept", List.of("*/*")).stream()
                        .collect(Collectors.joining(",")),
                0);
    }

    /** A call of this name that sends nothing. */
    static Call of(String name) {
        var space = name.indexOf(' ');
        return new Call(name.substring(0, space), name.substring(space + 1), "", "", "", "", "*/*", 0);
    }

    Call answeredWith(int taken) {
        return new Call(method, path, rawQuery, body, authorization, key, accept, taken);
    }

    /** Its method and path, service in front. */
    public String name() {
        return method + " " + path;
    }

    /** Whether the service took it. */
    public boolean isTaken() {
        return status / 100 == 2;
    }

    /** Whether it only looks: links are read by POST, so that no token stands in an address. */
    public boolean isLook() {
        return method.equals("GET") || path.endsWith("/read");
    }

    /** What the address says behind the question mark, decoded. */
    public String query() {
        return URI.create("?" + rawQuery).getQuery();
    }

    /** The body; an empty object if there is none. */
    public JsonNode json() {
        return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    }

    public JWTClaimsSet claims() {
        try {
            return SignedJWT.parse(authorization.substring("Bearer ".length())).getJWTClaimsSet();
        } catch (ParseException noToken) {
            throw new IllegalStateException(noToken);
        }
    }

    String service() {
        return path.split("/")[1];
    }

    /** Its method and path as the service itself sees them. */
    String route() {
        return method + " " + path.substring(service().length() + 1);
    }

    Stream<String> queryNames() {
        return Stream.of(rawQuery.split("&"))
                .map(part -> part.replaceAll("=.*", ""))
                .filter(name -> !name.isEmpty());
    }
}
