package org.natter.local.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a query looks at, and whether they come in the order asked for.
 *
 * @param ids the candidates' ids, or null for a range of {@code _id}
 * @param first where the range of {@code _id} is entered, or null for its end
 * @param last where it is left, or null for its other end
 * @param backwards whether the range is walked from the greatest to the least
 * @param inOrder whether nothing is left to be sorted
 * @param exact whether every document found matches, so that nothing is left to be asked of it
 */
record QueryPlan(
        @Nullable Stream<Object> ids,
        @Nullable List<Object> first,
        @Nullable List<Object> last,
        boolean backwards,
        boolean inOrder,
        boolean exact) {

    /** The plan that looks at the fewest: single ids, else the index that knows most of the fields asked for, else a range. */
    static QueryPlan of(
            Document query, @Nullable Document order, @Nullable String idField, List<? extends Index<?>> indexes) {
        var wanted = Conditions.of(query);
        var sort = Sort.of(order);
        if (idField != null && wanted.names(idField)) {
            return single(wanted.oneOf(idField), sort, idField, wanted.isNamingOnly());
        }
        var best = indexes.stream()
                .filter(FieldIndex.class::isInstance)
                .map(index -> Use.of((FieldIndex) index, wanted, sort))
                .filter(Objects::nonNull)
                .reduce((one, other) -> other.worth() > one.worth() ? other : one);
        var range = idField != null && wanted.bounds(idField) ? 1 : 0;
        if (best.isPresent() && best.get().worth() > range) {
            return best.get().plan(sort);
        }
        return range(wanted, sort, idField);
    }

    /** Whether the plan is to look at every document there is. */
    boolean isEverything() {
        return ids == null && first == null && last == null;
    }

    private static QueryPlan single(List<Object> values, Sort sort, String idField, boolean exact) {
        var ids = values.stream().sorted(ValueComparator.asc()).distinct();
        return new QueryPlan(ids, null, null, false, sort.isBy(List.of(idField)) && !sort.backwards(), exact);
    }

    private static QueryPlan range(Conditions wanted, Sort sort, @Nullable String idField) {
        if (idField == null) {
            return new QueryPlan(null, null, null, false, sort.isNone(), false);
        }
        var least = wanted.from(idField) == null ? null : List.of(wanted.from(idField));
        var greatest = wanted.to(idField) == null ? null : List.of(wanted.to(idField));
        var ordered = sort.isNone() || sort.isBy(List.of(idField));
        var backwards = ordered && sort.backwards();
        return new QueryPlan(
                null, backwards ? greatest : least, backwards ? least : greatest, backwards, ordered, false);
    }

    /**
     * An index that can serve the query.
     *
     * @param leading the values of its leading fields, one list for each combination that they may have
     */
    private record Use(
            FieldIndex index,
            List<List<Object>> leading,
            @Nullable Object from,
            @Nullable Object to,
            boolean ordered,
            int worth) {

        /** Beyond these it is quicker to look at what the fields before have. */
        private static final int MOST_COMBINATIONS = 1_000;

        static @Nullable Use of(FieldIndex index, Conditions wanted, Sort sort) {
            var fields = index.fields();
            List<List<Object>> leading = List.of(List.of());
            var known = 0;
            while (known < fields.size() && wanted.names(fields.get(known))) {
                var values = wanted.oneOf(fields.get(known));
                if (known > 0 && (long) leading.size() * values.size() > MOST_COMBINATIONS) {
                    break;
                }
                leading = leading.stream()
                        .flatMap(before -> values.stream().map(value -> with(before, value)))
                        .distinct()
                        .toList();
                known++;
            }
            var next = known < fields.size() ? fields.get(known) : "";
            var from = wanted.from(next);
            var to = wanted.to(next);
            var worth = 2 * known + (wanted.bounds(next) ? 1 : 0);
            var rest = fields.subList(known, fields.size());
            var ordered = leading.size() == 1 && !sort.isNone() && sort.isBy(rest) && (worth > 0 || index.isWhole());
            return worth == 0 && !ordered
                    ? null
                    : new Use(index, leading, plain(from), plain(to), ordered, ordered ? worth + 1 : worth);
        }

        QueryPlan plan(Sort sort) {
            var backwards = ordered && sort.backwards();
            var ids = leading.stream()
                    .flatMap(values -> index.ids(values, from, to, backwards))
                    .distinct();
            return new QueryPlan(ids, null, null, backwards, ordered || sort.isNone(), false);
        }

        private static List<Object> with(List<Object> before, Object value) {
            List<Object> all = new ArrayList<>(before);
            all.add(Objects.requireNonNull(plain(value)));
            return all;
        }

        /** Numbers as the index keeps them. */
        private static @Nullable Object plain(@Nullable Object value) {
            if (value instanceof Long whole && whole != (long) whole.doubleValue()) {
                return whole;
            }
            return value instanceof Number number ? (Object) (number.doubleValue() + 0.0) : value;
        }
    }

    /** The order asked for: some fields, all one way; or none that an index could give. */
    private record Sort(List<String> fields, boolean backwards, boolean mixed) {

        static Sort of(@Nullable Document order) {
            if (order == null || order.isEmpty()) {
                return new Sort(List.of(), false, false);
            }
            if (order.containsKey("$natural")) {
                var backwards = ((Number) Objects.requireNonNull(order.get("$natural"))).intValue() < 0;
                return new Sort(List.of(), backwards, false);
            }
            var ways = order.values().stream()
                    .map(way -> ((Number) way).intValue() < 0)
                    .distinct()
                    .toList();
            return new Sort(List.copyOf(order.keySet()), ways.get(0), ways.size() > 1);
        }

        boolean isNone() {
            return fields.isEmpty();
        }

        /** Whether the fields given, and the {@code _id} after them, are in this order. */
        boolean isBy(List<String> given) {
            if (mixed
                    || fields.size() < given.size()
                    || !fields.subList(0, given.size()).equals(given)) {
                return false;
            }
            var more = fields.subList(given.size(), fields.size());
            return more.isEmpty() || more.equals(List.of("_id"));
        }
    }
}
