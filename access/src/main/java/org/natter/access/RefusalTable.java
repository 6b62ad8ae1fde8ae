package org.natter.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * How a service's refusals reach its callers: the exception by which a core says no, an HTTP status, and a name that never
 * changes. The sentence stands in the service's bundle under {@code problem.<name>}.
 *
 * <p>Guarantee: immutable; an exception that is in no row is a fault of ours, not a refusal.
 */
public final class RefusalTable {

    /** How one class of refusals is answered. */
    record Row<E extends RuntimeException>(
            Class<E> refusal,
            HttpStatus status,
            Set<String> names,
            Function<E, String> name,
            Function<E, List<Shortcomings.Named>> shortcomings) {

        String nameOf(RuntimeException refused) {
            return name.apply(refusal.cast(refused));
        }

        List<Shortcomings.Named> shortcomingsOf(RuntimeException refused) {
            return shortcomings.apply(refusal.cast(refused));
        }
    }

    private final List<Row<?>> rows;

    private RefusalTable(List<Row<?>> rows) {
        this.rows = rows;
    }

    /** A table without a row. */
    public static RefusalTable empty() {
        return new RefusalTable(List.of());
    }

    /** This table with a refusal that has one name. */
    public <E extends RuntimeException> RefusalTable on(Class<E> refusal, HttpStatus status, String name) {
        return with(new Row<>(refusal, status, Set.of(name), refused -> name, refused -> List.of()));
    }

    /** This table with a refusal that has a name for each of its reasons. */
    public <E extends RuntimeException, R extends Enum<R>> RefusalTable on(
            Class<E> refusal, HttpStatus status, Function<E, R> reason, Map<R, String> names) {
        return with(new Row<>(
                refusal,
                status,
                Set.copyOf(names.values()),
                refused -> Optional.ofNullable(names.get(reason.apply(refused))).orElseThrow(),
                refused -> List.of()));
    }

    /** This table with a refusal of single fields: 422 {@code validation}, like {@link Shortcomings}. */
    public <E extends RuntimeException> RefusalTable unfit(
            Class<E> refusal, Function<E, List<Shortcomings.Named>> shortcomings) {
        return with(new Row<>(
                refusal,
                HttpStatus.UNPROCESSABLE_CONTENT,
                Set.of(Problem.VALIDATION),
                refused -> Problem.VALIDATION,
                shortcomings));
    }

    Optional<Row<?>> rowOf(Class<?> refused) {
        return rows.stream()
                .filter(row -> row.refusal().isAssignableFrom(refused))
                .findFirst();
    }

    /** Every name that is given in this table. */
    Set<String> names() {
        return rows.stream().flatMap(row -> row.names().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private RefusalTable with(Row<?> row) {
        if (rowOf(row.refusal()).isPresent()) {
            throw new IllegalArgumentException(
                    "A row that says nothing: " + row.refusal().getSimpleName());
        }
        return new RefusalTable(Stream.concat(rows.stream(), Stream.of(row)).toList());
    }
}
