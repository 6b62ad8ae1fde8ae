package org.natter.web.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.natter.access.kit.RestSample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer of a golden exchange, or a part of it. A test may say other values, but no field and no kind of value that the
 * exchanges of the route do not have: that is an {@link AssertionError}.
 */
public final class Sampled {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestSample sample;
    private final Shape shape;
    private final JsonNode tree;

    private Sampled(RestSample sample, Shape shape, JsonNode tree) {
        this.sample = sample;
        this.shape = shape;
        this.tree = tree;
    }

    /** The answer of the exchange in this file of {@code contracts/rest}, named without {@code .json}. */
    public static Sampled of(String file) {
        var sample = Route.sample(file);
        return new Sampled(sample, Route.of(sample).answers(sample.status()), sample.body());
    }

    /** The same with another value of a field, whose name has dots for what stands further in. */
    public Sampled with(String field, Object value) {
        var pointer = "/" + field.replace('.', '/');
        var fresh = json(value);
        assertThat(tree.at(pointer).isMissingNode())
                .as("%s lacks %s", sample, field)
                .isFalse();
        assertThat(shape.at(field).strangeIn(field, fresh))
                .as("what no exchange like %s has", sample)
                .isEmpty();
        var changed = tree.deepCopy();
        var end = pointer.lastIndexOf('/');
        ((ObjectNode) changed.at(pointer.substring(0, end))).set(pointer.substring(end + 1), fresh);
        return new Sampled(sample, shape, changed);
    }

    /** A list answer of these elements. */
    public Sampled holding(List<Sampled> elements) {
        var list = json(elements);
        assertThat(shape.strangeIn("", list))
                .as("what no exchange like %s has", sample)
                .isEmpty();
        assertThat(elements)
                .as("each as whole as in %s", sample)
                .allSatisfy(element ->
                        assertThat(shape.element().missingIn(element.tree)).isEmpty());
        return new Sampled(sample, shape, list);
    }

    /** The same with those elements of a list that are like this. */
    public Sampled keeping(String field, Predicate<JsonNode> like) {
        return with(field, tree.path(field).valueStream().filter(like).toList());
    }

    /** The first element of a list. */
    public Sampled first(String field) {
        return new Sampled(sample, shape.at(field).element(), tree.path(field).required(0));
    }

    /** The first element of a list answer. */
    public Sampled first() {
        return new Sampled(sample, shape.element(), tree.required(0));
    }

    public JsonNode json() {
        return tree;
    }

    int status() {
        return sample.status();
    }

    String contentType() {
        return sample.contentType();
    }

    /** As it goes over the wire: JSON, or a text in another form as it is. */
    String text() {
        return contentType().contains("json") ? tree.toString() : tree.asString();
    }

    /** Whether this is what that route answers. */
    boolean answers(Route route) {
        return Route.of(sample).equals(route);
    }

    private static JsonNode json(Object value) {
        if (value instanceof Sampled part) {
            return part.tree;
        }
        if (value instanceof Collection<?> all) {
            var list = JSON.createArrayNode();
            all.forEach(element -> list.add(json(element)));
            return list;
        }
        return JSON.valueToTree(value);
    }

    @Override
    public String toString() {
        return sample + " " + tree;
    }
}
