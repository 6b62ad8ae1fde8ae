package org.natter.feedback.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.RegionId;

/** Reports that forget; the first of its kind stays. */
public final class ReportsInMemory implements Reports {

    private final Map<EventId, EventReport> events = new HashMap<>();
    private final List<SeasonReport> years = new ArrayList<>();

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
        return years.stream()
                .filter(year -> year.region().equals(region))
                .sorted(Comparator.comparing(SeasonReport::year).reversed())
                .toList();
    }

    @Override
    public void publish(SeasonReport report) {
        if (seasons(report.region()).stream().noneMatch(there -> there.year() == report.year())) {
            years.add(report);
        }
    }
}
