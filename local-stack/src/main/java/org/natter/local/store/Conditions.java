package org.natter.local.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of single fields, as far as an index can answer it.
 *
 * <p>Guarantee: no document that matches the query lies outside; documents inside need not match, so the whole query is asked of
 * each. What is not understood is left out.
 */
final class Conditions {

    private final Map<String, List<Object>> oneOf = new HashMap<>();
    private final Map<String, Object> from = new HashMap<>();
    private final Map<String, Object> to = new HashMap<>();
    private int asked;

    private Conditions() {}

    static Conditions of(Document query) {
        var conditions = new Conditions();
        conditions.read(query);
        return conditions;
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
            } else if (!field.startsWith("$") && wanted instanceof Document operators && isOperators(operators)) {
                operators.forEach((operator, value) -> read(field, operator, value));
                asked += operators.size() - 1;
            } else if (!field.startsWith("$")) {
                read(field, "$eq", wanted);
            }
        });
    }

    private void read(String field, String operator, @Nullable Object value) {
        if (operator.equals("$in") && value instanceof Collection<?> values) {
            if (values.stream().allMatch(Conditions::isPlain)) {
                oneOf.putIfAbsent(field, List.copyOf(values));
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
