package org.natter.feedback.invitation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Replies that are forgotten; the first one stays. */
public final class ListRepliesInMemory implements ListReplies {

    private final Map<EventId, Boolean> replies = new HashMap<>();

    @Override
    public Optional<Boolean> find(EventId event) {
        return Optional.ofNullable(replies.get(event));
    }

    @Override
    public Set<EventId> saidComplete(Collection<EventId> among) {
        return among.stream()
                .filter(event -> replies.getOrDefault(event, false))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void keep(EventId event, boolean complete) {
        replies.putIfAbsent(event, complete);
    }
}
