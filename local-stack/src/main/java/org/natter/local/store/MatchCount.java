package org.natter.local.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many documents match, as drivers ask for a count, told by the keys of an index without a look at any document.
 *
 * <p>Only where an index knows all of it: each of its leading fields is asked for words, the next one at most for moments on one
 * side of another. Of a document with several values one has to match, as in a look at it.
 *
 * @param words what the fields may be that are asked for words
 * @param id what the only group is called in the answer
 * @param sum what the count is called there
 */
record MatchCount(Map<String, List<String>> words, @Nullable Bound bound, Object id, String sum) {

    /** A field's moments on one side of another, which is in if {@code reached}. */
    private record Bound(String field, Instant moment, boolean upwards, boolean reached) {

        boolean holds(@Nullable Object value) {
            if (!(value instanceof Instant other)) {
                return false;
            }
            return other.equals(moment) ? reached : upwards == other.isAfter(moment);
        }
    }

    /** A pipeline of one match and one such count; empty for any other. */
    static Optional<MatchCount> of(Collection<?> stages) {
        return MatchAndGroup.of(stages)
                .filter(pipeline -> pipeline.group().get("_id") instanceof Number)
                .flatMap(pipeline -> pipeline.group().entrySet().stream()
                        .filter(field -> new Document("$sum", 1).equals(field.getValue()))
                        .findFirst()
                        .flatMap(sum -> of(
                                pipeline.match(),
                                Objects.requireNonNull(pipeline.group().get("_id")),
                                sum.getKey())));
    }

    private static Optional<MatchCount> of(Document match, Object id, String sum) {
        var words = new HashMap<String, List<String>>();
        Bound bound = null;
        for (var asked : asked(match).toList()) {
            var those = words(asked.getValue());
            var side = bound(asked.getKey(), asked.getValue());
            if (!those.isEmpty() && !words.containsKey(asked.getKey())) {
                words.put(asked.getKey(), those);
            } else if (side != null && bound == null) {
                bound = side;
            } else {
                return Optional.empty();
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new MatchCount(words, bound, id, sum));
    }

    /** What is asked for all at once, one by one. */
    private static Stream<Map.Entry<String, Object>> asked(Document match) {
        return match.entrySet().stream()
                .flatMap(asked -> asked.getKey().equals("$and") && asked.getValue() instanceof Collection<?> all
                        ? all.stream().flatMap(one -> asked((Document) one))
                        : Stream.of(asked));
    }

    private static List<String> words(@Nullable Object wanted) {
        if (wanted instanceof String word) {
            return List.of(word);
        }
        return wanted instanceof Document operators
                        && operators.size() == 1
                        && operators.get("$in") instanceof Collection<?> several
                        && several.stream().allMatch(String.class::isInstance)
                ? several.stream().map(String.class::cast).distinct().toList()
                : List.of();
    }

    private static @Nullable Bound bound(String field, @Nullable Object wanted) {
        if (wanted instanceof Document operators && operators.size() == 1) {
            var operator = operators.keySet().iterator().next();
            if (operator.matches("\\$[gl]te?") && operators.get(operator) instanceof Instant moment) {
                return new Bound(field, moment, operator.startsWith("$g"), operator.endsWith("e"));
            }
        }
        return null;
    }

    /** The group with the count, none if nothing matches; empty if no index knows it. */
    Optional<List<Document>> group(List<? extends Index<?>> indexes) {
        return indexes.stream()
                .filter(FieldIndex.class::isInstance)
                .map(FieldIndex.class::cast)
                .filter(this::isKnownTo)
                .findFirst()
                .map(index -> {
                    var count = count(index);
                    return count == 0 ? List.of() : List.of(new Document("_id", id).append(sum, count));
                });
    }

    private boolean isKnownTo(FieldIndex index) {
        var fields = index.fields();
        var known = words.size();
        return fields.size() >= known + (bound == null ? 0 : 1)
                && words.keySet().containsAll(fields.subList(0, known))
                && (bound == null || fields.get(known).equals(bound.field()));
    }

    private int count(FieldIndex index) {
        var ids = new HashSet<Object>();
        leading(index).forEach(values -> {
            var from = bound != null && bound.upwards() ? bound.moment() : null;
            var to = bound != null && !bound.upwards() ? bound.moment() : null;
            index.keys(values, from, to, false)
                    .filter(key -> bound == null || bound.holds(key.get(words.size())))
                    .forEach(key -> ids.add(FieldIndex.id(key)));
        });
        return ids.size();
    }

    /** Each combination of the leading fields' values. */
    private Stream<List<Object>> leading(FieldIndex index) {
        Stream<List<Object>> all = Stream.of(List.of());
        for (var field : index.fields().subList(0, words.size())) {
            all = all.flatMap(
                    before -> words.getOrDefault(field, List.of()).stream().map(word -> {
                        List<Object> values = new ArrayList<>(before);
                        values.add(word);
                        return values;
                    }));
        }
        return all;
    }
}
