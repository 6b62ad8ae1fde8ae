package org.natter.feedback.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.RegionId;

/** Reports that forget; the first of its kind stays. */
final class ReportsInMemory implements Reports {

    private final Map<EventId, EventReport> events = new HashMap<>();
    private final Map<Integer, SeasonReport> years = new HashMap<>();

    @Override
    public Optional<EventReport> find(EventId event) {
        return Optional.ofNullable(events.get(event));
    }

    @Override
    public void publish(EventReport report) {
        events.putIfAbsent(report.event(), report);
    }

    @Override
    public List<SeasonReport> seasons(RegionId region) {
        return years.values().stream()
                .sorted(Comparator.comparing(SeasonReport::year).reversed())
                .toList();
    }

    @Override
    public void publish(SeasonReport report) {
        years.putIfAbsent(report.year(), report);
    }
}
