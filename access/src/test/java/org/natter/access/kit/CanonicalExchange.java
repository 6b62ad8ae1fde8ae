package org.natter.access.kit;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exchange with every value that differs from run to run replaced: the first id is {@code 0…1}, the next {@code 0…2},
 * wherever they stand. The id within a link's token is numbered like the others.
 */
record CanonicalExchange(JsonNode request, JsonNode response) {

    private static final Pattern MADE_UP = Pattern.compile(
            "(?<token>(?<![\\w-])[\\w-]{1,32}\\.(?<generation>\\d{1,9})\\.(?<selector>[\\w-]{22})\\.[\\w-]{22}(?![\\w-]))"
                    + "|(?<uuid>(?<!\\w)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\\w))"
                    + "|(?<id>(?<!\\w)[0-9a-f]{32}(?!\\w))"
                    + "|(?<long>(?<!\\w)[0-9a-f]{33,}(?!\\w))");
    private static final Pattern MOMENT = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?" + "|\\d{8}T\\d{6}Z?");

    static CanonicalExchange of(JsonNode request, JsonNode response) {
        var ids = new Numbers();
        var sorted = map(request, text -> text, true);
        return new CanonicalExchange(map(sorted, ids::in, false), map(response, ids::in, false));
    }

    /** With every moment made the same one, so that two exchanges are compared without their clocks. */
    static JsonNode withoutMoments(JsonNode exchange) {
        return map(exchange, text -> MOMENT.matcher(text).replaceAll("<moment>"), false);
    }

    private static JsonNode map(JsonNode node, UnaryOperator<String> text, boolean sorted) {
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(text.apply(node.stringValue()));
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.valueStream().map(each -> map(each, text, sorted)).forEach(array::add);
            return array;
        }
        if (node instanceof ObjectNode fields) {
            var object = JsonNodeFactory.instance.objectNode();
            Map<String, JsonNode> all = sorted ? new TreeMap<>() : new LinkedHashMap<>();
            fields.properties().forEach(field -> all.put(field.getKey(), field.getValue()));
            all.forEach((name, value) -> object.set(text.apply(name), map(value, text, sorted)));
            return object;
        }
        return node;
    }

    /** Numbers in order of appearance, one row for each kind of made-up value. */
    private static final class Numbers {

        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<String, Integer> others = new HashMap<>();

        String in(String text) {
            var found = MADE_UP.matcher(text);
            var canonical = new StringBuilder();
            while (found.find()) {
                found.appendReplacement(canonical, instead(found));
            }
            return found.appendTail(canonical).toString();
        }

        private String instead(Matcher found) {
            if (found.group("token") != null) {
                return "k1." + found.group("generation") + "." + selector(found.group("selector")) + "."
                        + "A".repeat(22);
            }
            if (found.group("uuid") != null) {
                return "00000000-0000-0000-0000-%012x".formatted(number(others, found.group()));
            }
            var length = found.group().length();
            return ("%0" + length + "x").formatted(number(length == 32 ? ids : others, found.group()));
        }

        private String selector(String selector) {
            var bytes = ByteBuffer.allocate(16);
            bytes.putLong(0).putLong(number(ids, HexFormat.of().formatHex(decoded(selector))));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        }

        private static byte[] decoded(String selector) {
            try {
                return Base64.getUrlDecoder().decode(selector);
            } catch (IllegalArgumentException noSelector) {
                return new byte[0];
            }
        }

        private static int number(Map<String, Integer> row, @Nullable String value) {
            return row.computeIfAbsent(String.valueOf(value), unseen -> row.size() + 1);
        }
    }
}
