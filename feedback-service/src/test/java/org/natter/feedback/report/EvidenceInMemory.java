package org.natter.feedback.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.RegionId;

/** Evidence that is laid down by a test as it wants it. */
final class EvidenceInMemory implements EventEvidence {

    final Map<EventId, Evidence> events = new HashMap<>();
    final Map<EventId, Gathering> gatherings = new HashMap<>();
    final Map<Integer, SeasonTold> seasons = new HashMap<>();

    @Override
    public Evidence of(EventId event) {
        return Optional.ofNullable(events.get(event)).orElse(Evidence.none(event));
    }

    @Override
    public Optional<SeasonTold> season(RegionId region, int year) {
        return Optional.ofNullable(seasons.get(year));
    }

    @Override
    public Map<EventId, Gathering> eventsOf(RegionId region) {
        return gatherings.entrySet().stream()
                .filter(event -> event.getValue().region().equals(region))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
