package org.natter.messaging;

/** Gives aggregates their collections, and with them the way to Kafka. */
public final class Outbox {

    /** The collection of one aggregate type. */
    public <S, E, D> AggregateCollection<S, E> collection(
            AggregateMapping<S, E, D> mapping, Announcements<E> announcements) {
        throw new UnsupportedOperationException(mapping.type());
    }
}
