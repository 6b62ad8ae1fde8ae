package org.natter.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due, one key after the other, as often as a timer asks.
 *
 * <p>Guarantee: a key that fails never holds up the others. It rests one second, then two, then four, up to a minute, and
 * is logged by its id and the kind of failure alone; the pauses are this process's own and a success forgets them. If
 * asking what is due fails, that rests in the same way. Asked from two threads, one waits.
 *
 * @param <K> the key of what is due, an id that may be logged
 */
public final class Sweep<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String name;
    private final Function<Instant, ? extends Collection<K>> due;
    private final BiConsumer<K, Instant> action;
    private final Map<K, Rest> resting = new HashMap<>();
    private Rest asking = Rest.NONE;

    /**
     * A sweep over what is due.
     *
     * @param name what is swept, for the log
     * @param due the keys due by a moment, in the order in which they are to be taken
     * @param action what is to be done with one; doing it twice is doing it once
     */
    public Sweep(String name, Function<Instant, ? extends Collection<K>> due, BiConsumer<K, Instant> action) {
        this.name = name;
        this.due = due;
        this.action = action;
    }

    /** Takes every key that is due by now and does not rest. */
    public synchronized void run(Instant now) {
        if (asking.lastsBeyond(now)) {
            return;
        }
        Collection<K> keys;
        try {
            keys = due.apply(now);
            asking = Rest.NONE;
        } catch (RuntimeException e) {
            asking = asking.longer(now);
            LOG.warn("{}: cannot see what is due (try {}): {}", name, asking.failures(), kindOf(e));
            return;
        }
        resting.keySet().retainAll(new HashSet<>(keys));
        keys.forEach(key -> take(key, now));
    }

    private void take(K key, Instant now) {
        var before = resting.getOrDefault(key, Rest.NONE);
        if (before.lastsBeyond(now)) {
            return;
        }
        try {
            action.accept(key, now);
            resting.remove(key);
        } catch (RuntimeException e) {
            var rest = before.longer(now);
            resting.put(key, rest);
            LOG.warn("{}: {} failed (try {}): {}", name, key, rest.failures(), kindOf(e));
        }
    }

    private static String kindOf(RuntimeException failure) {
        return failure.getClass().getName();
    }

    /** How often something failed and until when it is left alone. */
    private record Rest(int failures, Instant until) {

        static final Rest NONE = new Rest(0, Instant.MIN);

        boolean lastsBeyond(Instant now) {
            return now.isBefore(until);
        }

        Rest longer(Instant now) {
            var pause = FIRST.multipliedBy(1L << Math.min(failures, 10));
            return new Rest(failures + 1, now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
        }
    }
}
