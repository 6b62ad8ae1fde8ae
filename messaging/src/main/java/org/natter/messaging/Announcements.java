package org.natter.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the world is told of a family of domain events: type, subject and wire record of each, or that it stays private.
 *
 * <p>Guarantee: immutable; an event in neither list is refused when it is to be written, and {@link #missing()} names it
 * to a test before that.
 */
public final class Announcements<E> {

    private final Class<E> family;
    private final Function<? super E, String> subject;
    private final Map<Class<?>, List<Telling>> tellings;
    private final Set<Class<?>> keptPrivate;

    private Announcements(
            Class<E> family,
            Function<? super E, String> subject,
            Map<Class<?>, List<Telling>> tellings,
            Set<Class<?>> keptPrivate) {
        this.family = family;
        this.subject = subject;
        this.tellings = tellings;
        this.keptPrivate = keptPrivate;
    }

    /**
     * An empty list for a sealed family of domain events.
     *
     * @param subject the id of what every message of the family speaks of; asked of told events only
     */
    public static <E> Announcements<E> of(Class<E> sealedFamily, Function<? super E, String> subject) {
        return new Announcements<>(sealedFamily, subject, Map.of(), Set.of());
    }

    /**
     * This list with one more told event.
     *
     * @param type the message's type, such as {@code attendance.booked.v1}
     * @param wireRecord the message's body; serialised once, in the command's write
     */
    public <T extends E> Announcements<E> tell(Class<T> event, String type, Function<T, ?> wireRecord) {
        return tellWith(event, type, (Object state, T told) -> wireRecord.apply(told));
    }

    /** Like {@link #tell}, for a message that also needs the state after the whole command. */
    public <S, T extends E> Announcements<E> tellWith(Class<T> event, String type, BiFunction<S, T, ?> wireRecord) {
        requireNotPrivate(event);
        var more = new LinkedHashMap<>(tellings);
        var list = new ArrayList<>(more.getOrDefault(event, List.of()));
        list.add(new Telling(type, (state, told) -> wireRecord.apply(cast(state), event.cast(told))));
        more.put(event, List.copyOf(list));
        return new Announcements<>(family, subject, more, keptPrivate);
    }

    /** This list with an event that changes the state and is told to nobody. */
    public <T extends E> Announcements<E> keepPrivate(Class<T> event) {
        if (tellings.containsKey(event)) {
            throw new IllegalArgumentException(event.getSimpleName() + " is told already");
        }
        requireNotPrivate(event);
        var more = new LinkedHashSet<>(keptPrivate);
        more.add(event);
        return new Announcements<>(family, subject, tellings, more);
    }

    /** Every message type that is told. */
    public Set<String> types() {
        return tellings.values().stream()
                .flatMap(List::stream)
                .map(Telling::type)
                .collect(Collectors.toSet());
    }

    /** The concrete events of the family that stand in neither list; empty when the list is complete. */
    public Set<Class<?>> missing() {
        var missing = new LinkedHashSet<Class<?>>();
        collectMissing(family, missing);
        return missing;
    }

    List<Told> tell(Object stateAfter, Object event) {
        var list = tellings.get(event.getClass());
        if (list == null) {
            if (keptPrivate.contains(event.getClass())) {
                return List.of();
            }
            throw new IllegalStateException(event.getClass().getName() + " is neither announced nor kept private");
        }
        return list.stream()
                .map(telling -> new Told(
                        telling.type(),
                        subject.apply(family.cast(event)),
                        telling.wireRecord().apply(stateAfter, event)))
                .toList();
    }

    private void collectMissing(Class<?> type, Set<Class<?>> missing) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collectMissing(permitted, missing);
            }
        } else if (!tellings.containsKey(type) && !keptPrivate.contains(type)) {
            missing.add(type);
        }
    }

    private void requireNotPrivate(Class<?> event) {
        if (keptPrivate.contains(event)) {
            throw new IllegalArgumentException(event.getSimpleName() + " is kept private already");
        }
    }

    @SuppressWarnings("unchecked") // the aggregate's mapping and its announcements are written side by side
    private static <S> S cast(Object state) {
        return (S) state;
    }

    private record Telling(String type, BiFunction<Object, Object, Object> wireRecord) {}

    /** One thing to say: the body is still a record. */
    record Told(String type, String subject, Object body) {}
}
