package org.natter.messaging;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How an aggregate is kept: its name, what is stored of it and how a domain event changes its state.
 *
 * <p>A state is stored as itself: a record of records, lists, sets, maps, enumerations, numbers, texts, instants, local
 * times, zones and typed ids, each component under its name; what is null is left out. A document record of its own is for
 * a state whose stored shape differs, such as one with sealed parts.
 *
 * <p>Guarantee: plain data; {@code type} is safe in a message id and as a collection's name; what is computed beside the
 * state is written with it and never read into it.
 *
 * @param type first part of the message id and the collection's name, such as {@code seats}
 * @param document the record that is stored under {@code state}
 * @param apply the state after one more domain event; pure, since a lost race runs it again
 * @param beside fields computed from each state for the service's queries, by name; an empty {@code Optional} leaves its
 *     field out
 */
public record AggregateMapping<S, E, D>(
        String type,
        Class<D> document,
        Function<S, D> toDocument,
        Function<D, S> toState,
        BiFunction<S, E, S> apply,
        Map<String, Function<S, ?>> beside) {

    public AggregateMapping {
        if (!type.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("An aggregate's type is lower-case letters and hyphens: " + type);
        }
        beside = Map.copyOf(beside);
    }

    /** With a document record of its own. */
    public AggregateMapping(
            String type,
            Class<D> document,
            Function<S, D> toDocument,
            Function<D, S> toState,
            BiFunction<S, E, S> apply) {
        this(type, document, toDocument, toState, apply, Map.of());
    }

    /** An aggregate whose state is stored as itself. */
    public static <S extends Record, E> AggregateMapping<S, E, S> of(
            String type, Class<S> state, BiFunction<S, E, S> apply) {
        return new AggregateMapping<>(type, state, Function.identity(), Function.identity(), apply);
    }

    /**
     * The same with one more field for queries, stored as {@code state.<name>}.
     *
     * @param value a plain value, an id, a list of these, or an {@code Optional} of one
     * @throws IllegalArgumentException if the stored record has a component of this name
     */
    public AggregateMapping<S, E, D> beside(String name, Function<S, ?> value) {
        if (document.isRecord()
                && Arrays.stream(document.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name))) {
            throw new IllegalArgumentException(document.getSimpleName() + " already has " + name);
        }
        var more = new LinkedHashMap<>(beside);
        more.put(name, value);
        return new AggregateMapping<>(type, document, toDocument, toState, apply, more);
    }
}
