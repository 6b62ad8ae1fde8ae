package org.natter.local.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of single fields, as far as an index can answer it.
 *
 * <p>Guarantee: no document that matches the query lies outside; documents inside need not match, so the whole query is asked of
 * each. What is not understood is left out.
 */
final class Conditions {

    private static final int MANY = 8;
    private static final Pattern AN_ELEMENT = Pattern.compile("(^|\\.)[0-9]+(\\.|$)");

    private final Map<String, List<Object>> oneOf = new HashMap<>();
    private final Map<String, Set<Object>> words = new HashMap<>();
    private final Map<String, Object> from = new HashMap<>();
    private final Map<String, Object> to = new HashMap<>();
    private int asked;

    private Conditions() {}

    static Conditions of(Document query) {
        var conditions = new Conditions();
        conditions.read(query);
        return conditions;
    }

    /** The fields that a query asks for, without what it asks of them. */
    static List<String> fields(Document query) {
        return query.entrySet().stream()
                .flatMap(asked -> asked.getValue() instanceof Collection<?> all
                                && asked.getKey().startsWith("$")
                        ? all.stream().flatMap(one -> fields((Document) one).stream())
                        : Stream.of(asked.getKey()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the field is asked for single values. */
    boolean names(String field) {
        return oneOf.containsKey(field);
    }

    /** Whether the query names the values of one field, and asks nothing else. */
    boolean isNamingOnly() {
        return asked == 1 && oneOf.size() == 1;
    }

    /** The values the field may have, if it is asked for single values. */
    List<Object> oneOf(String field) {
        return Objects.requireNonNull(oneOf.get(field));
    }

    /**
     * Whether a document may match: false if a field that is asked for one of many words surely has none of them. The library's
     * matcher compares each word of the document with each that is asked for.
     */
    boolean mayMatch(Document document) {
        return words.entrySet().stream()
                .allMatch(field -> mayBe(document, List.of(field.getKey().split("\\.")), field.getValue()));
    }

    private static boolean mayBe(@Nullable Object value, List<String> path, Set<Object> words) {
        if (value instanceof Collection<?> several) {
            return several.stream().anyMatch(one -> mayBe(one, path, words));
        }
        if (path.isEmpty()) {
            return value != null && words.contains(value);
        }
        return value instanceof Document document
                && mayBe(document.get(path.get(0)), path.subList(1, path.size()), words);
    }

    /** The least value the field may have, or null. */
    @Nullable
    Object from(String field) {
        return from.get(field);
    }

    /** The greatest value the field may have, or null. */
    @Nullable
    Object to(String field) {
        return to.get(field);
    }

    /** Whether the field is asked for values in an order's range. */
    boolean bounds(String field) {
        return from.containsKey(field) || to.containsKey(field);
    }

    private void read(Document query) {
        query.forEach((field, wanted) -> {
            asked++;
            if (field.equals("$and") && wanted instanceof Collection<?> all) {
                all.forEach(one -> read((Document) one));
            } else if (field.equals("$or") && wanted instanceof Collection<?> ways) {
                readOneOf(ways.stream().map(way -> of((Document) way)).toList());
            } else if (!field.startsWith("$") && wanted instanceof Document operators && isOperators(operators)) {
                operators.forEach((operator, value) -> read(field, operator, value));
                asked += operators.size() - 1;
            } else if (!field.startsWith("$")) {
                read(field, "$eq", wanted);
            }
        });
    }

    /** Of several ways to match: a field that each of them asks for single values has one of all these. */
    private void readOneOf(List<Conditions> ways) {
        asked++;
        ways.stream()
                .flatMap(way -> way.oneOf.keySet().stream())
                .distinct()
                .filter(field -> ways.stream().allMatch(way -> way.names(field)))
                .forEach(field -> oneOf.putIfAbsent(
                        field,
                        ways.stream()
                                .flatMap(way -> way.oneOf(field).stream())
                                .distinct()
                                .toList()));
    }

    private void read(String field, String operator, @Nullable Object value) {
        if (operator.equals("$in") && value instanceof Collection<?> values) {
            if (values.stream().allMatch(Conditions::isPlain)) {
                oneOf.putIfAbsent(field, List.copyOf(values));
                if (values.size() >= MANY
                        && values.stream().allMatch(String.class::isInstance)
                        && !AN_ELEMENT.matcher(field).find()) {
                    words.putIfAbsent(field, Set.copyOf(values));
                }
            }
        } else if (isPlain(value)) {
            switch (operator) {
                case "$eq" -> oneOf.putIfAbsent(field, List.of(value));
                case "$gt", "$gte" -> from.putIfAbsent(field, value);
                case "$lt", "$lte" -> to.putIfAbsent(field, value);
                default -> {
                    // asked of each document
                }
            }
        }
    }

    private static boolean isOperators(Document wanted) {
        return !wanted.isEmpty()
                && wanted.keySet().iterator().next().startsWith("$")
                && !BsonRegularExpression.isRegularExpression(wanted);
    }

    /** A value with one place in the order; absence, lists, documents and patterns match in ways of their own. */
    private static boolean isPlain(@Nullable Object value) {
        return value != null
                && !(value instanceof Collection)
                && !(value instanceof Document)
                && !BsonRegularExpression.isRegularExpression(value);
    }
}
