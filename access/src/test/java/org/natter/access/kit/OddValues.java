package org.natter.access.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that somebody might send by mistake or on purpose, some as described and some not.
 *
 * <p>What is described in the same words as something met before is read by the same code: it gets a part of the values,
 * each time the next, so that a service is asked about everything everywhere, and about most of it once.
 */
final class OddValues {

    /** Of what was met before, one value of so many is tried. */
    private static final int ONE_OF = 5;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNKNOWN = "hm";

    private static final List<Object> ANYTHING = List.of(
            "",
            " ",
            "\u200b",
            "\u3164",
            "\ufe0f",
            "\udb40\udd00",
            "x",
            "null",
            "\u0000",
            "\ud83d\ude00",
            "x".repeat(5000),
            "0".repeat(31) + "f",
            "0".repeat(31) + "F",
            "0".repeat(33),
            "Europe/London",
            "+01:00",
            "ANSWER",
            "2028-02-29T18:30",
            "2031-02-29T18:30",
            "2031-06-05T18:30:15.123Z",
            "2031-06-05T18:30:15+02:00",
            "jo@example.org",
            "jo@example",
            "0@0.0",
            "12",
            -1,
            0,
            1,
            4_294_967_296L,
            1.5,
            true,
            List.of(),
            List.of(1),
            Map.of());

    private final OpenApi api;
    private final Map<JsonNode, Integer> met = new HashMap<>();

    OddValues(OpenApi api) {
        this.api = api;
    }

    /** A body with one value changed, at any depth: taken away, one too many, or something odd instead. */
    Stream<JsonNode> variants(JsonNode described, JsonNode base) {
        var schema = api.resolved(described);
        if (schema.has("anyOf") && !schema.has("properties")) {
            return schema.path("anyOf").valueStream().flatMap(one -> variants(one, base));
        }
        var inside = schema.has("properties")
                ? ofObject(schema, base.isObject() ? (ObjectNode) base : JSON.createObjectNode())
                : schema.has("items") ? ofList(schema, base) : Stream.<JsonNode>empty();
        return Stream.of(Stream.of(base).filter(one -> !one.isMissingNode()), odd(schema).stream(), inside)
                .flatMap(one -> one);
    }

    private Stream<JsonNode> ofObject(JsonNode schema, ObjectNode base) {
        var fields = schema.path("properties").properties().stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(without(base, field.getKey())),
                        variants(field.getValue(), base.path(field.getKey()))
                                .map(value -> with(base, field.getKey(), value))));
        return Stream.concat(Stream.of(base, with(base, UNKNOWN, JSON.valueToTree(1))), fields);
    }

    private Stream<JsonNode> ofList(JsonNode schema, JsonNode base) {
        var lists = variants(schema.path("items"), base.path(0)).map(entry -> list(entry, 1));
        var most = schema.path("maxItems").asInt(0);
        return most == 0 || base.isEmpty()
                ? lists
                : Stream.concat(lists, Stream.of(list(base.path(0), most), list(base.path(0), most + 1)));
    }

    /** What could stand in an address or a header for a value. */
    Set<String> texts(JsonNode described) {
        var schema = api.resolved(described);
        var texts = new LinkedHashSet<String>();
        odd(schema.has("items") ? api.resolved(schema.path("items")) : schema).stream()
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .forEach(value -> texts.add(value.asString()));
        return texts;
    }

    private List<JsonNode> odd(JsonNode schema) {
        var values = allOdd(schema);
        int before = met.merge(schema, 1, Integer::sum) - 1;
        return before == 0
                ? values
                : IntStream.range(0, values.size())
                        .filter(i -> i % ONE_OF == before % ONE_OF)
                        .mapToObj(values::get)
                        .toList();
    }

    private static List<JsonNode> allOdd(JsonNode schema) {
        var values = new ArrayList<Object>(ANYTHING);
        schema.path("enum").valueStream().filter(one -> !one.isNull()).forEach(values::add);
        schema.path("enum")
                .valueStream()
                .findFirst()
                .ifPresent(one -> values.add(one.asString().toLowerCase(Locale.ROOT)));
        for (var bound : List.of("minimum", "maximum")) {
            if (schema.has(bound)) {
                var number = schema.path(bound).asInt();
                values.addAll(List.of(number - 1, number, number + 1));
            }
        }
        for (var bound : List.of("minLength", "maxLength")) {
            if (schema.has(bound)) {
                var length = schema.path(bound).asInt();
                values.addAll(List.of(
                        "x".repeat(length),
                        "x".repeat(length + 1),
                        "\ud83d\ude00".repeat(length),
                        " ".repeat(length + 1)));
            }
        }
        var nodes = new ArrayList<JsonNode>();
        values.stream().filter(Objects::nonNull).forEach(value -> nodes.add(JSON.valueToTree(value)));
        nodes.add(JSON.getNodeFactory().nullNode());
        return nodes;
    }

    private static ObjectNode with(ObjectNode base, String field, JsonNode value) {
        var body = base.deepCopy();
        body.set(field, value);
        return body;
    }

    private static ObjectNode without(ObjectNode base, String field) {
        var body = base.deepCopy();
        body.remove(field);
        return body;
    }

    private static JsonNode list(JsonNode entry, int times) {
        var list = JSON.createArrayNode();
        for (int i = 0; i < times; i++) {
            list.add(entry);
        }
        return list;
    }
}
