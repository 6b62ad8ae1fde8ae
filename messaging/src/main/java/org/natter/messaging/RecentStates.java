package org.natter.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The states that this process read or wrote last, so that the next command need not read them again.
 *
 * <p>Guarantee: until it is forgotten, never older than what was put before; at most so many, the longest unused go first. Another process may
 * have moved on since: whoever decides on one of these has its version checked by the store.
 */
final class RecentStates<S> {

    private final int most;
    private final Map<String, Known<S>> states = new LinkedHashMap<>(16, 0.75f, true);

    RecentStates(int most) {
        this.most = most;
    }

    synchronized Optional<Known<S>> get(String id) {
        return Optional.ofNullable(states.get(id));
    }

    synchronized void put(String id, Known<S> known) {
        states.merge(id, known, (one, other) -> other.version() >= one.version() ? other : one);
        if (states.size() > most) {
            states.remove(states.keySet().iterator().next());
        }
    }

    synchronized void forget(String id) {
        states.remove(id);
    }

    /**
     * An aggregate as of one of its versions.
     *
     * @param version 0 if there is none yet
     * @param state null if there is none yet
     */
    record Known<S>(long version, @Nullable S state) {

        static <S> Known<S> nothing() {
            return new Known<>(0, null);
        }

        Optional<S> found() {
            return Optional.ofNullable(state);
        }
    }
}
