package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agenda that forgets: what was told about is due at once. */
public final class InMemoryAgenda implements Agenda {

    private final Map<EventId, Instant> due = new HashMap<>();
    private final Map<EventId, Integer> marks = new HashMap<>();

    @Override
    public void lookAt(EventId event) {
        due.put(event, Instant.EPOCH);
        marks.merge(event, 1, Integer::sum);
    }

    @Override
    public List<EventId> due(Instant now) {
        return due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<Claim> claim(EventId event, Instant now) {
        if (!due.containsKey(event) || due.get(event).isAfter(now)) {
            return Optional.empty();
        }
        due.put(event, now.plusSeconds(30));
        return Optional.of(new Claim(event, "" + marks.merge(event, 1, Integer::sum)));
    }

    @Override
    public void finish(Claim claim, Optional<Instant> next) {
        if (claim.mark().equals("" + marks.get(claim.event()))) {
            marks.merge(claim.event(), 1, Integer::sum);
            next.ifPresentOrElse(moment -> due.put(claim.event(), moment), () -> due.remove(claim.event()));
        }
    }

    /** When something may be due next; empty if never. */
    public Optional<Instant> next(EventId event) {
        return Optional.ofNullable(due.get(event));
    }
}
