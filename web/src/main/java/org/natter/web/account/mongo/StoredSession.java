package org.natter.web.account.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final Duration idle;
    private final Map<String, Object> attributes;
    private boolean changed;

    StoredSession(String id, Instant created, Instant seen, Duration idle, Map<String, Object> attributes) {
        this.id = id;
        this.created = created;
        this.seen = seen;
        this.idle = idle;
        this.attributes = new TreeMap<>(attributes);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        if (formerId == null) {
            formerId = id;
        }
        id = SessionKeys.fresh();
        changed = true;
        return id;
    }

    @Nullable
    String formerId() {
        return formerId;
    }

    boolean changed() {
        return changed;
    }

    void saved(Instant now) {
        changed = false;
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
        changed |= !value.equals(attributes.put(name, value));
    }

    @Override
    public void removeAttribute(String name) {
        changed |= attributes.remove(name) != null;
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

    @Override
    public void setMaxInactiveInterval(Duration ignored) {
        // One rule for all sessions, from the settings.
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
