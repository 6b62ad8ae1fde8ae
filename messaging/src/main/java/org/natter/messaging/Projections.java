package org.natter.messaging;

/**
 * Gives read models their guarded collections.
 *
 * <p>Guarantee: the unique index on {@code {_id, v}} stands before a {@link GuardedUpsert} is handed out or, if the store
 * is away then, before its first write.
 */
public final class Projections {

    /** Guarded writes into one collection. */
    public GuardedUpsert into(String collection) {
        throw new UnsupportedOperationException(collection);
    }
}
