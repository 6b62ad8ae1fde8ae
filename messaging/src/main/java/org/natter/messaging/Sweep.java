package org.natter.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due, one key after the other, as often as a timer asks.
 *
 * <p>Guarantee: a key that fails never holds up the others, nor hides them, however little of what is due is shown at
 * once: whoever says what is due is asked to leave out what rests and what was taken, until nothing else is due. A
 * failing key rests one second, then two, then four, up to a minute, also if it is not due meanwhile, and is logged by
 * its id and the kind of failure alone; the pauses are this process's own. A success forgets them, and so does an hour in
 * which the key was left alone. If asking what is due fails, that rests in the same way. Asked from two threads, one
 * waits.
 *
 * @param <K> the key of what is due, an id that may be logged
 */
public final class Sweep<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final String name;
    private final BiFunction<Instant, Set<K>, ? extends Collection<K>> due;
    private final BiConsumer<K, Instant> action;
    private final Map<K, Rest> resting = new HashMap<>();
    private Rest asking = Rest.NONE;

    /**
     * A sweep over what is due.
     *
     * @param name what is swept, for the log
     * @param due the keys due by a moment apart from the given ones, in the order in which they are to be taken; it may
     *     show as few at once as it likes, if only it leaves those out first
     * @param action what is to be done with one; doing it twice is doing it once
     */
    public Sweep(String name, BiFunction<Instant, Set<K>, ? extends Collection<K>> due, BiConsumer<K, Instant> action) {
        this.name = name;
        this.due = due;
        this.action = action;
    }

    /** Takes every key that is due by now and does not rest, each once. */
    public synchronized void run(Instant now) {
        resting.values().removeIf(rest -> rest.until().plus(REMEMBERED).isBefore(now));
        var apart = new HashSet<K>();
        resting.forEach((key, rest) -> {
            if (rest.lastsBeyond(now)) {
                apart.add(key);
            }
        });
        for (var keys = ask(now, apart); !keys.isEmpty(); keys = ask(now, apart)) {
            keys.forEach(key -> take(key, now));
            apart.addAll(keys);
        }
    }

    /** What is due, without those apart also if whoever was asked shows them; nothing if it cannot be asked now. */
    private Set<K> ask(Instant now, Set<K> apart) {
        if (asking.lastsBeyond(now)) {
            return Set.of();
        }
        try {
            var keys = new LinkedHashSet<K>(due.apply(now, Collections.unmodifiableSet(apart)));
            asking = Rest.NONE;
            keys.removeAll(apart);
            return keys;
        } catch (RuntimeException e) {
            asking = asking.longer(now);
            LOG.warn("{}: cannot see what is due (try {}): {}", name, asking.failures(), kindOf(e));
            return Set.of();
        }
    }

    private void take(K key, Instant now) {
        try {
            action.accept(key, now);
            resting.remove(key);
        } catch (RuntimeException e) {
            var rest = resting.getOrDefault(key, Rest.NONE).longer(now);
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
