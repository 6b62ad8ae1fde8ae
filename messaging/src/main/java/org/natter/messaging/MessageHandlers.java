package org.natter.messaging;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A binding's table: each message type of a topic, and what happens on it.
 *
 * <p>Guarantee: immutable; a type stands in it once, handled or ignored by name.
 */
public final class MessageHandlers {

    private final Map<String, Handler<?>> handlers;
    private final Set<String> ignored;
    private final boolean together;

    private MessageHandlers(Map<String, Handler<?>> handlers, Set<String> ignored, boolean together) {
        this.handlers = handlers;
        this.ignored = ignored;
        this.together = together;
    }

    /** A table that begins with one handled type; {@code body} is the reader's own record with only the fields it needs. */
    public static <T> MessageHandlers handle(
            String type, Class<T> body, BiFunction<T, MessageMetadata, Effect> handler) {
        return new MessageHandlers(Map.of(), Set.of(), false).on(type, body, handler);
    }

    /** This table with one more handled type. */
    public <T> MessageHandlers on(String type, Class<T> body, BiFunction<T, MessageMetadata, Effect> handler) {
        requireNew(type);
        var more = new LinkedHashMap<>(handlers);
        more.put(type, new Handler<>(body, handler));
        return new MessageHandlers(more, ignored, together);
    }

    /** This table with types that are known and passed over. */
    public MessageHandlers ignoring(String... types) {
        var more = new LinkedHashSet<>(ignored);
        for (String type : types) {
            requireNew(type);
            more.add(type);
        }
        return new MessageHandlers(handlers, more, together);
    }

    /**
     * This table, with what its handlers write into guarded rows held back until all messages of a batch were heard, and
     * then written in one command a collection. Right for handlers that do nothing but set such rows: one that reads them
     * would not see what is held.
     */
    public MessageHandlers together() {
        return new MessageHandlers(handlers, ignored, true);
    }

    /** The types with a handler, in no order. */
    public Set<String> handled() {
        return Set.copyOf(handlers.keySet());
    }

    /** The types that are passed over by name. */
    public Set<String> ignored() {
        return Set.copyOf(ignored);
    }

    Optional<Handler<?>> handlerOf(String type) {
        return Optional.ofNullable(handlers.get(type));
    }

    boolean areTogether() {
        return together;
    }

    boolean ignores(String type) {
        return ignored.contains(type);
    }

    private void requireNew(String type) {
        if (handlers.containsKey(type) || ignored.contains(type)) {
            throw new IllegalArgumentException(type + " stands twice in the table");
        }
    }

    record Handler<T>(Class<T> body, BiFunction<T, MessageMetadata, Effect> method) {

        Effect handle(byte[] bytes, MessageMetadata source, MessageBodies bodies) {
            return method.apply(bodies.read(bytes, body, source), source);
        }
    }
}
