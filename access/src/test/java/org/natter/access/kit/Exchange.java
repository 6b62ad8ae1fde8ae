package org.natter.access.kit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.natter.access.kit.ApiRoutes.Route;
import org.natter.access.kit.HttpCalls.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One call and its answer as they went over the wire, put as a sample puts them. */
record Exchange(String method, String called, Map<String, String> headers, String body, Answer answer) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TELLING = List.of("Location", "Retry-After", "Allow", "WWW-Authenticate");

    /** The address without the query. */
    String calledPath() {
        return called.split("\\?", 2)[0];
    }

    ObjectNode request(Route route) {
        var request = JSON.createObjectNode();
        var path = JSON.createObjectNode();
        route.variables(calledPath()).forEach((name, value) -> path.put(name, decoded(value)));
        setUnlessEmpty(request, "path", path);
        setUnlessEmpty(request, "query", query());
        var sent = JSON.createObjectNode();
        headers.forEach(sent::put);
        setUnlessEmpty(request, "headers", sent);
        if (!body.isEmpty()) {
            request.set("body", tree(body));
        }
        return request;
    }

    ObjectNode response() {
        var response = JSON.createObjectNode().put("status", answer.status());
        var told = JSON.createObjectNode();
        TELLING.forEach(name -> answer.headers()
                .firstValue(name)
                .ifPresent(value -> told.put(name, value.replaceAll(":\\d{4,5}/", "/"))));
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.isEmpty() && !type.contains("json")) {
            told.put("Content-Type", type);
        }
        setUnlessEmpty(response, "headers", told);
        if (!answer.text().isEmpty()) {
            response.set("body", type.contains("json") ? tree(answer.text()) : StringNode.valueOf(text(type)));
        }
        return response;
    }

    /** Of a PDF, which is never the same twice, its first bytes alone, as JSON has bytes. */
    private String text(String type) {
        return type.startsWith("application/pdf")
                ? Base64.getEncoder()
                        .encodeToString(answer.text().substring(0, 5).getBytes(StandardCharsets.US_ASCII))
                : answer.text();
    }

    private ObjectNode query() {
        var query = JSON.createObjectNode();
        var parts = called.split("\\?", 2);
        if (parts.length == 2) {
            for (var part : parts[1].split("&")) {
                var said = part.split("=", 2);
                var value = decoded(said.length == 2 ? said[1] : "");
                if (query.has(said[0])) {
                    query.put(said[0], query.get(said[0]).asString() + "," + value);
                } else {
                    query.put(said[0], value);
                }
            }
        }
        return query;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException noJson) {
            return StringNode.valueOf(text);
        }
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static void setUnlessEmpty(ObjectNode node, String field, ObjectNode value) {
        if (!value.isEmpty()) {
            node.set(field, value);
        }
    }
}
