package org.natter.messaging;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How an aggregate is kept: its name, its document record and how a domain event changes its state.
 *
 * <p>Guarantee: plain data; {@code type} is safe in a message id and as a collection's name.
 *
 * @param type first part of the message id and the collection's name, such as {@code seats}
 * @param document the record that is stored under {@code state}
 * @param apply the state after one more domain event; pure, since a lost race runs it again
 */
public record AggregateMapping<S, E, D>(
        String type, Class<D> document, Function<S, D> toDocument, Function<D, S> toState, BiFunction<S, E, S> apply) {

    public AggregateMapping {
        if (!type.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("An aggregate's type is lower-case letters and hyphens: " + type);
        }
    }
}
