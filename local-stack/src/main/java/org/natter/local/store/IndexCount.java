package org.natter.local.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many documents there are for each value of some fields, told by an index of these fields: from one value to the next
 * by the places of their keys, without a look at any document.
 *
 * <p>Only where an index knows all of it: the match asks nothing else, each document has one key, and the values are words.
 *
 * @param names the groups' fields, by their names in the answer
 * @param sum what the count is called
 */
record IndexCount(Document match, Map<String, String> names, String sum) {

    /** A pipeline of one match and one such count; empty for any other. */
    static Optional<IndexCount> of(Collection<?> stages) {
        return MatchAndGroup.of(stages).flatMap(pipeline -> of(pipeline.match(), pipeline.group()));
    }

    private static Optional<IndexCount> of(Document match, Document group) {
        if (!(group.get("_id") instanceof Document fields)) {
            return Optional.empty();
        }
        var names = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> {
            if (field instanceof String path && path.matches("\\$[A-Za-z]+")) {
                names.put(name, path.substring(1));
            }
        });
        return group.keySet().stream()
                .filter(name -> !name.equals("_id") && isOne(group.get(name)))
                .filter(name -> names.size() == fields.size() && !names.isEmpty())
                .filter(name -> asksOnly(match, new HashSet<>(names.values())))
                .findFirst()
                .map(sum -> new IndexCount(match, names, sum));
    }

    private static boolean isOne(@Nullable Object counted) {
        return counted instanceof Document sum && sum.size() == 1 && sum.get("$sum") instanceof Integer one && one == 1;
    }

    private static boolean asksOnly(Document match, Set<String> fields) {
        return match.entrySet().stream()
                .allMatch(asked -> asked.getKey().equals("$and") && asked.getValue() instanceof Collection<?> all
                        ? all.stream().allMatch(one -> one instanceof Document more && asksOnly(more, fields))
                        : fields.contains(asked.getKey()));
    }

    /** The groups, or empty if none of the indexes knows them. */
    Optional<List<Document>> groups(List<? extends Index<?>> indexes, long documents) {
        return indexes.stream()
                .filter(FieldIndex.class::isInstance)
                .map(FieldIndex.class::cast)
                .filter(index -> index.isWhole() && index.getCount() == documents)
                .filter(index -> index.fields().size() >= names.size()
                        && Set.copyOf(index.fields().subList(0, names.size())).equals(Set.copyOf(names.values())))
                .findFirst()
                .flatMap(this::groups);
    }

    private Optional<List<Document>> groups(FieldIndex index) {
        var matcher = new DefaultQueryMatcher();
        var groups = new ArrayList<Document>();
        for (var counted : index.counts(names.size())) {
            var values = new Document();
            for (var field = 0; field < names.size(); field++) {
                values.put(index.fields().get(field), counted.values().get(field));
            }
            if (matcher.matches(values, match)) {
                if (!values.values().stream().allMatch(String.class::isInstance)) {
                    return Optional.empty();
                }
                var id = new Document();
                names.forEach((name, field) -> id.put(name, values.get(field)));
                groups.add(new Document("_id", id).append(sum, Math.toIntExact(counted.documents())));
            }
        }
        return Optional.of(groups);
    }
}
