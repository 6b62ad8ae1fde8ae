package org.natter.messaging;

import java.util.Map;

/**
 * Writes a read model's rows so that newest wins, whatever arrives twice, late or at once (law 2).
 */
public final class GuardedUpsert {

    /** One fact at one dotted path. */
    public Effect write(String row, String path, MessageMetadata source, Object facts) {
        return write(row, Map.of(path, facts), source);
    }

    /** Several paths of one row in one write. */
    public Effect write(String row, Map<String, ?> pathsToFacts, MessageMetadata source) {
        throw new UnsupportedOperationException(row);
    }
}
