package org.natter.feedback.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.RegionId;

/** Evidence that is laid down by a test as it wants it. */
public final class EvidenceInMemory implements EventEvidence {

    final Map<EventId, Evidence> events = new HashMap<>();
    public final Map<EventId, Gathering> gatherings = new HashMap<>();
    private final List<SeasonTold> seasons = new ArrayList<>();

    /** As a message about a region's year tells it. */
    public void told(SeasonTold season) {
        seasons.add(season);
    }

    @Override
    public Evidence of(EventId event) {
        return Optional.ofNullable(events.get(event)).orElse(Evidence.none(event));
    }

    @Override
    public Optional<SeasonTold> season(RegionId region, int year) {
        return seasons.stream()
                .filter(season -> season.region().equals(region) && season.year() == year)
                .findFirst();
    }

    @Override
    public Map<EventId, Gathering> eventsOf(RegionId region) {
        return gatherings.entrySet().stream()
                .filter(event -> event.getValue().region().equals(region))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
