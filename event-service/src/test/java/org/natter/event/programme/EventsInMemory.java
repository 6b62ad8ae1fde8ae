package org.natter.event.programme;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;

/** All events, in this JVM's memory; keeps what {@link EventsContract} asks of a store. */
public class EventsInMemory implements Events {

    private static final Comparator<Event> BY_START = Comparator.comparing(
                    (Event event) -> event.details().times().startsAtInstant())
            .thenComparing(event -> event.id().value());

    private final Map<EventId, Event> events = new LinkedHashMap<>();

    @Override
    public Event addUnlessKnown(EventDomainEvent.EventPlanned planned) {
        var known = events.putIfAbsent(planned.event(), planned.draft());
        return known == null ? planned.draft() : known;
    }

    @Override
    public Event change(EventId event, RegionScope scope, Function<Event, List<EventDomainEvent>> decision) {
        var before = find(event, scope).orElseThrow(() -> UnknownEvent.withId(event));
        var after = before;
        for (var happened : decision.apply(before)) {
            after = happened.applyTo(after);
        }
        events.put(event, after);
        return after;
    }

    @Override
    public boolean discard(Event draft) {
        return events.remove(draft.id(), draft);
    }

    @Override
    public Optional<Event> find(EventId event, RegionScope scope) {
        return Optional.ofNullable(events.get(event)).filter(found -> scope.covers(found.region()));
    }

    @Override
    public List<Event> findAll(Collection<EventId> wanted) {
        return events.values().stream()
                .filter(event -> wanted.contains(event.id()))
                .toList();
    }

    @Override
    public List<Event> inRegion(RegionId region) {
        return events.values().stream()
                .filter(event -> event.region().equals(region))
                .toList();
    }

    @Override
    public EventListing listed(RegionId region, EventList list, String words, int page, int size, Instant now) {
        var wanted = words.strip().toLowerCase(Locale.UK);
        var lists = inRegion(region).stream()
                .filter(event -> event.details().title().toLowerCase(Locale.UK).contains(wanted))
                .sorted(list == EventList.PAST ? BY_START.reversed() : BY_START)
                .collect(Collectors.groupingBy(event -> listOf(event, now)));
        var coming = lists.getOrDefault(EventList.COMING, List.of());
        var past = lists.getOrDefault(EventList.PAST, List.of());
        var drafts = lists.getOrDefault(EventList.DRAFTS, List.of());
        var events = lists.getOrDefault(list, List.of());
        var pages = EventListing.pages(events.size(), size);
        var shown = EventListing.shown(page, pages);
        return new EventListing(
                coming.size(),
                past.size(),
                drafts.size(),
                shown,
                pages,
                events.stream().skip((long) shown * size).limit(size).toList());
    }

    private static EventList listOf(Event event, Instant now) {
        return !event.status().isPublic() ? EventList.DRAFTS : event.isOver(now) ? EventList.PAST : EventList.COMING;
    }

    @Override
    public List<Event> comingAndLatest(RegionId region, int past, Instant now) {
        return comingAndLatest(inRegion(region), past, now);
    }

    @Override
    public List<Event> shownToThePublic(@Nullable RegionId region, int past, Instant now) {
        var shown = events.values().stream()
                .filter(event -> event.status().isPublic())
                .filter(event -> region == null || event.region().equals(region));
        return comingAndLatest(shown.toList(), past, now);
    }

    private static List<Event> comingAndLatest(List<Event> events, int past, Instant now) {
        return Stream.concat(
                        events.stream().filter(event -> !event.isOver(now)).sorted(BY_START),
                        events.stream()
                                .filter(event -> event.isOver(now))
                                .sorted(BY_START.reversed())
                                .limit(past))
                .toList();
    }

    @Override
    public List<EventId> dueToConclude(Instant now, Set<EventId> apart) {
        return events.values().stream()
                .filter(event -> event.status() == EventStatus.PUBLISHED && event.isOver(now))
                .filter(event -> !apart.contains(event.id()))
                .sorted(Comparator.comparing(event -> event.details().times().endsAtInstant()))
                .limit(100)
                .map(Event::id)
                .toList();
    }
}
