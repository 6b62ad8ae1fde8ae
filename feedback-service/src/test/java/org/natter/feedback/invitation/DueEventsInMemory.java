package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** An dueEvents that forgets: what was told about is due at once. */
public final class DueEventsInMemory implements DueEvents {

    private final Map<EventId, Instant> due = new HashMap<>();
    private final Map<EventId, Integer> marks = new HashMap<>();

    @Override
    public void lookAt(EventId event) {
        write(event, Optional.of(Instant.EPOCH));
    }

    @Override
    public List<EventId> due(Instant now, Set<EventId> apart) {
        return due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now) && !apart.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void attend(EventId event, Instant now, Supplier<Optional<Instant>> work) {
        if (!due.containsKey(event) || due.get(event).isAfter(now)) {
            return;
        }
        var mark = write(event, Optional.of(now.plusSeconds(30)));
        var next = work.get();
        if (marks.get(event) == mark) {
            write(event, next);
        }
    }

    /** When something may be due next; empty if never. */
    public Optional<Instant> next(EventId event) {
        return Optional.ofNullable(due.get(event));
    }

    private int write(EventId event, Optional<Instant> next) {
        next.ifPresentOrElse(moment -> due.put(event, moment), () -> due.remove(event));
        return marks.merge(event, 1, Integer::sum);
    }
}
