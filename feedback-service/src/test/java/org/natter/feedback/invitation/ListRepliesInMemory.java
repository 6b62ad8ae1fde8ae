package org.natter.feedback.invitation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Replies that are forgotten; the first one stays. */
public final class ListRepliesInMemory implements ListReplies {

    private final Map<EventId, Boolean> replies = new HashMap<>();

    @Override
    public Optional<Boolean> find(EventId event) {
        return Optional.ofNullable(replies.get(event));
    }

    @Override
    public void keep(EventId event, boolean complete) {
        replies.putIfAbsent(event, complete);
    }
}
