package org.natter.contracts;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Finds every string of a schema that could carry free text. Allowed are enumerations, ids, instants, zone ids, and, on
 * {@code natter.events} only, bounded words that an organiser has published (ADR 0010).
 */
final class FreeText {

    private static final List<String> ID_PATTERNS = List.of("^[0-9a-f]{32}$", "^[0-9a-f]{0}$|^[0-9a-f]{32}$");

    private FreeText() {}

    /** The JSON paths of offending strings, in document order; empty for a clean schema. */
    static List<String> in(JsonNode schema, String topic) {
        var found = new ArrayList<String>();
        walk(schema, topic, "$", found);
        return found;
    }

    private static void walk(JsonNode node, String topic, String path, List<String> found) {
        var type = node.path("type").asString("");
        switch (type) {
            case "object" ->
                node.path("properties")
                        .properties()
                        .forEach(property -> walk(property.getValue(), topic, path + "." + property.getKey(), found));
            case "array" -> walk(node.path("items"), topic, path + "[]", found);
            case "integer", "number", "boolean" -> {}
            case "string" -> {
                if (!isBound(node, topic)) {
                    found.add(path);
                }
            }
            default -> found.add(path + " (no type)");
        }
    }

    private static boolean isBound(JsonNode string, String topic) {
        var published =
                string.path("x-published").asBoolean(false) && string.has("maxLength") && topic.equals("natter.events");
        return string.has("enum")
                || string.path("format").asString("").equals("date-time")
                || ID_PATTERNS.contains(string.path("pattern").asString(""))
                || (string.path("x-zone-id").asBoolean(false) && string.has("pattern"))
                || published;
    }
}
