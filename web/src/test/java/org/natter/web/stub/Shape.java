package org.natter.web.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the golden exchanges have at one place: which fields, and which kinds of values. */
record Shape(List<JsonNode> golden) {

    /** What stands in this tree and in no golden one, by its place. */
    List<String> strangeIn(String place, JsonNode tree) {
        var alike = golden.stream()
                .filter(other -> other.getNodeType() == tree.getNodeType())
                .toList();
        if (alike.isEmpty()) {
            return List.of((place + " " + tree.getNodeType()).strip());
        }
        var strange = new ArrayList<String>();
        if (tree.isArray() || isMap(tree, alike)) {
            var values = new Shape(alike.stream().flatMap(JsonNode::valueStream).toList());
            tree.forEach(value -> strange.addAll(values.strangeIn(place + "[]", value)));
        } else {
            tree.properties()
                    .forEach(field -> strange.addAll(
                            at(field.getKey()).strangeIn((place + " " + field.getKey()).strip(), field.getValue())));
        }
        return strange;
    }

    /** The fields that every golden object has and this one lacks. */
    List<String> missingIn(JsonNode object) {
        return golden.stream().flatMap(other -> other.propertyNames().stream()).distinct().toList().stream()
                .filter(name -> !object.has(name) && golden.stream().allMatch(other -> other.has(name)))
                .toList();
    }

    /** The same of a field, whose name has dots for what stands further in. */
    Shape at(String field) {
        return new Shape(golden.stream().flatMap(tree -> find(tree, field)).toList());
    }

    /** The same of an element of a list. */
    Shape element() {
        return new Shape(golden.stream().flatMap(JsonNode::valueStream).toList());
    }

    private static Stream<JsonNode> find(JsonNode tree, String field) {
        var found = tree.at("/" + field.replace('.', '/'));
        return found.isMissingNode() ? Stream.of() : Stream.of(found);
    }

    /** An object whose names are constants, such as the counts of each status: the names are values too. */
    private static boolean isMap(JsonNode tree, List<JsonNode> alike) {
        var names = Stream.concat(Stream.of(tree), alike.stream())
                .flatMap(object -> object.propertyNames().stream())
                .toList();
        return !names.isEmpty() && names.stream().allMatch(name -> name.matches("[A-Z_]+"));
    }
}
