package org.natter.web.account.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.SessionKeys;
import org.springframework.session.Session;

/**
 * One session: texts, whole numbers and truths under names, nothing else, so that nothing of Java ever lies in the
 * store. Not safe for several threads; each request has its own.
 */
final class StoredSession implements Session {

    private String id;
    private @Nullable String formerId;
    private final Instant created;
    private Instant seen;
    private Duration idle;
    private final Map<String, Object> attributes;
    private final Set<String> changed = new TreeSet<>();
    private boolean stored;

    StoredSession(
            String id, Instant created, Instant seen, Duration idle, Map<String, Object> attributes, boolean stored) {
        this.id = id;
        this.created = created;
        this.seen = seen;
        this.idle = idle;
        this.attributes = new TreeMap<>(attributes);
        this.stored = stored;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        if (formerId == null && stored) {
            formerId = id;
        }
        id = SessionKeys.fresh();
        return id;
    }

    @Nullable
    String formerId() {
        return formerId;
    }

    /** Whether the store has ever had it. */
    boolean isStored() {
        return stored;
    }

    /** The names of what this request has set or taken away. */
    Set<String> changed() {
        return changed;
    }

    void saved(Instant now) {
        stored = true;
        changed.clear();
        formerId = null;
        seen = now;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        if (!(value instanceof String || value instanceof Long || value instanceof Boolean)) {
            throw new IllegalArgumentException(
                    "A session keeps texts, whole numbers and truths, not a " + value.getClass());
        }
        if (!value.equals(attributes.put(name, value))) {
            changed.add(name);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (attributes.remove(name) != null) {
            changed.add(name);
        }
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public void setLastAccessedTime(Instant asTheMachineHasIt) {
        // The store's clock says when a session was seen.
    }

    @Override
    public Instant getLastAccessedTime() {
        return seen;
    }

    /** Is stored with a new session alone. */
    @Override
    public void setMaxInactiveInterval(Duration interval) {
        idle = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    @Override
    public boolean isExpired() {
        return false;
    }
}
