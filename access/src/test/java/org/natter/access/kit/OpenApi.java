package org.natter.access.kit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.natter.access.Role;
import org.natter.access.kit.ApiRoutes.Route;
import org.natter.access.kit.ApiRules.Kind;
import org.natter.access.kit.HttpCalls.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** A service's description of its API, to hold requests and answers against. */
final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    OpenApi(JsonNode document) {
        this.document = document;
    }

    List<Route> routes() {
        return new ApiRoutes(document).all();
    }

    /** What an answer has that the description of its route does not, by its kind; empty if it is as described. */
    Map<Kind, String> undeclared(Route route, Answer answer) {
        var declared = response(route, answer.status());
        if (declared.isMissingNode()) {
            return Map.of(Kind.STATUS, "status " + answer.status());
        }
        var faults = new EnumMap<Kind, String>(Kind.class);
        declared.path("headers").propertyNames().stream()
                .filter(name -> answer.headers().firstValue(name).isEmpty())
                .forEach(name -> faults.put(Kind.HEADER, "no " + name + " with " + answer.status()));
        var types = declared.path("content").propertyNames();
        var type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        if (!types.contains(type) && !(types.isEmpty() && answer.text().isEmpty())) {
            faults.put(Kind.CONTENT, "content " + type + " with " + answer.status());
        } else {
            undeclared(
                            route,
                            answer.status(),
                            type.contains("json") ? answer.json() : StringNode.valueOf(answer.text()))
                    .forEach(fault -> faults.put(Kind.ANSWER, fault));
        }
        return faults;
    }

    /** What an answer's body has that the description of its route does not; empty if it is as described. */
    List<String> undeclared(Route route, int status, JsonNode body) {
        var declared = response(route, status);
        if (declared.isMissingNode()) {
            return List.of("status " + status);
        }
        var content = declared.path("content");
        if (content.isEmpty()) {
            return body.isMissingNode() || body.asString("x").isEmpty() ? List.of() : List.of("a body with " + status);
        }
        var schema = content.valueStream().findFirst().orElseThrow().path("schema");
        return body.isMissingNode() ? List.of("no body with " + status) : faults(schema, body);
    }

    private JsonNode response(Route route, int status) {
        return resolved(route.operation().path("responses").path(String.valueOf(status)));
    }

    /** The statuses that a route has for when all goes well. */
    List<String> success(Route route) {
        return route.operation().path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .toList();
    }

    /** Who may call. */
    List<Role> roles(Route route) {
        return route.operation()
                .path("security")
                .valueStream()
                .flatMap(token -> token.path("token").valueStream())
                .map(role -> Role.valueOf(role.asString()))
                .toList();
    }

    /** What a route's address and headers are made of. */
    List<JsonNode> parameters(Route route) {
        return route.operation()
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .toList();
    }

    /** Whether a text in an address or a header is as described: as a text, as what it reads like, or as a list of one. */
    boolean fits(JsonNode schema, String text) {
        var described = resolved(schema);
        if (described.path("type").asString("").equals("array")) {
            return fits(described.path("items"), text);
        }
        return Stream.of(StringNode.valueOf(text), read(text))
                .filter(value -> !described.path("format").asString("").equals("int32") || value.canConvertToInt())
                .anyMatch(value -> faults(described, value).isEmpty());
    }

    private static JsonNode read(String text) {
        if (text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")) {
            return JSON.readTree(text);
        }
        return text.matches("true|false") ? JSON.readTree(text) : StringNode.valueOf(text);
    }

    /** What a request's body has that its route's description does not. */
    List<String> unfit(Route route, JsonNode body) {
        var schema = requestSchema(route);
        return schema.isMissingNode() ? List.of("a body") : faults(schema, body);
    }

    /** The schema of what a route is sent; missing if it takes nothing. */
    JsonNode requestSchema(Route route) {
        return route.operation()
                .path("requestBody")
                .path("content")
                .valueStream()
                .findFirst()
                .map(content -> resolved(content.path("schema")))
                .orElse(JSON.missingNode());
    }

    JsonNode resolved(JsonNode node) {
        var ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }

    private List<String> faults(JsonNode schema, JsonNode body) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(body.toString(), InputFormat.JSON).stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
    }
}
