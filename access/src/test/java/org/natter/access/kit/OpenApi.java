package org.natter.access.kit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.natter.access.kit.ApiRoutes.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's description of its API, to hold requests and answers against. */
final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    OpenApi(JsonNode document) {
        this.document = document;
    }

    List<Route> routes() {
        return new ApiRoutes(document).own();
    }

    /** What an answer has that the description of its route does not; empty if it is as described. */
    List<String> undeclared(Route route, int status, JsonNode body) {
        var declared = resolved(route.operation().path("responses").path(String.valueOf(status)));
        if (declared.isMissingNode()) {
            return List.of("status " + status);
        }
        var content = declared.path("content");
        if (content.isEmpty()) {
            return body.isMissingNode() ? List.of() : List.of("a body with " + status);
        }
        var schema = content.valueStream().findFirst().orElseThrow().path("schema");
        return body.isMissingNode() ? List.of("no body with " + status) : faults(schema, body);
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
