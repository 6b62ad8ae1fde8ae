package org.natter.access;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Adds to each route's description the refusals that every route has, and its own ({@link Refuses}). */
final class DescribedRefusals implements GlobalOperationCustomizer {

    /** Refusals of a room that knows no table, as an answer's description: {@code contended, store-away}. */
    private static final Pattern NAMES = Pattern.compile("[a-z]+(-[a-z]+)*(, [a-z]+(-[a-z]+)*)*");

    private static final String ANYTHING = "*/*";
    private static final String PREFIX = "urn:natter:problem:";
    private static final Schema<?> TEXT = typed("string");

    private final RefusalTable table;

    DescribedRefusals(RefusalTable table) {
        this.table = table;
    }

    /** A problem as {@link Problem} makes it. */
    static Schema<?> problem() {
        var shortcoming = object(Map.of("field", TEXT, "code", TEXT, "message", TEXT), "field", "code", "message");
        var errors = typed("array");
        errors.setItems(shortcoming);
        return object(
                Map.of(
                        "type", TEXT,
                        "title", TEXT,
                        "status", typed("integer"),
                        "detail", TEXT,
                        "instance", TEXT,
                        "reason", TEXT,
                        "errors", errors),
                "type",
                "title",
                "status");
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var names = new TreeMap<Integer, Set<String>>();
        add(names, HttpStatus.BAD_REQUEST, "unreadable");
        add(names, HttpStatus.UNAUTHORIZED, "no-token");
        add(names, HttpStatus.FORBIDDEN, "not-allowed");
        add(names, HttpStatus.NOT_FOUND, "not-found");
        add(names, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
        add(names, HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
        add(names, HttpStatus.UNPROCESSABLE_CONTENT, Problem.VALIDATION);
        if (operation.getRequestBody() != null) {
            add(names, HttpStatus.CONTENT_TOO_LARGE, "too-large");
            add(names, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
        }
        var refuses = method.getMethodAnnotation(Refuses.class);
        if (refuses != null) {
            for (var refusal : refuses.value()) {
                var row = table.rowOf(refusal)
                        .orElseThrow(() -> new IllegalStateException(refusal.getSimpleName() + " is in no row"));
                row.names().stream()
                        .filter(name -> !Set.of(refuses.except()).contains(name))
                        .forEach(name -> add(names, row.status(), name));
            }
        }
        var answers = new ApiResponses();
        if (operation.getResponses() != null) {
            operation.getResponses().forEach((status, answer) -> {
                if (status.startsWith("2") || status.startsWith("3")) {
                    answers.addApiResponse(status, asJson(answer));
                } else if (answer.getDescription() != null
                        && NAMES.matcher(answer.getDescription()).matches()) {
                    for (var name : answer.getDescription().split(", ")) {
                        add(names, HttpStatus.valueOf(Integer.parseInt(status)), name);
                    }
                }
            });
        }
        names.forEach((status, said) -> answers.addApiResponse(String.valueOf(status), refusal(status, said)));
        operation.setResponses(answers);
        return operation;
    }

    /** What a controller does not name otherwise is JSON: springdoc would have it be anything. */
    private static ApiResponse asJson(ApiResponse answer) {
        var content = answer.getContent();
        if (content != null && content.containsKey(ANYTHING)) {
            content.addMediaType("application/json", content.remove(ANYTHING));
        }
        return answer;
    }

    private static void add(Map<Integer, Set<String>> names, HttpStatus status, String name) {
        names.computeIfAbsent(status.value(), none -> new TreeSet<>()).add(name);
    }

    private static ApiResponse refusal(int status, Set<String> names) {
        var type = new JsonSchema();
        type.addType("string");
        type.setEnum(names.stream().<Object>map(name -> PREFIX + name).toList());
        var named = new JsonSchema();
        named.addProperty("type", type);
        var shape = new JsonSchema();
        shape.setAllOf(List.of(new JsonSchema().$ref("#/components/schemas/Problem"), named));
        var answer = new ApiResponse()
                .description(String.join(", ", names))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(shape)));
        if (status == HttpStatus.METHOD_NOT_ALLOWED.value()) {
            answer.addHeaderObject("Allow", new Header().schema(TEXT));
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.addHeaderObject("Retry-After", new Header().schema(TEXT));
        }
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            answer.addHeaderObject("WWW-Authenticate", new Header().schema(TEXT));
        }
        return answer;
    }

    private static Schema<?> typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> object(Map<String, Schema<?>> fields, String... required) {
        var object = typed("object");
        new TreeMap<>(fields).forEach(object::addProperty);
        object.setRequired(List.of(required));
        return object;
    }
}
