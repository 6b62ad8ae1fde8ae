package org.natter.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Aggregates of one type, each one document. */
public final class AggregateCollection<S, E> {

    /** The state of one aggregate; empty if unknown. */
    public Optional<S> find(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** The states of those ids that exist, in no order. */
    public List<S> findAll(Collection<String> ids) {
        throw new UnsupportedOperationException(ids.toString());
    }

    /** Decides and writes; empty if unknown. */
    public Optional<S> change(String id, Function<S, List<E>> decision) {
        throw new UnsupportedOperationException(id);
    }

    /** Inserts; the stored state unchanged if the id exists. */
    public S create(String id, S first, List<E> told) {
        throw new UnsupportedOperationException(id);
    }

    /** Changes what exists, or what {@code whenAbsent} gives. */
    public S changeOrCreate(String id, Supplier<S> whenAbsent, Function<S, List<E>> decision) {
        throw new UnsupportedOperationException(id);
    }
}
