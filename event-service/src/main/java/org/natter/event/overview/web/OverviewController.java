package org.natter.event.overview.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.event.overview.EventOverview;
import org.natter.event.overview.EventOverviews;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventKind;
import org.natter.event.programme.EventList;
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.Events;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;
import org.natter.event.region.UnknownRegion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A region's events with their figures: for the organiser's first page, and as lists page by page. */
@RestController
class OverviewController {

    /** As many evenings of the past as the page has bars for, and some more that were called off. */
    private static final int LATEST = 24;

    private static final int PAGE = 50;

    private final Events events;
    private final EventOverviews overviews;
    private final Clock clock;

    OverviewController(Events events, EventOverviews overviews, Clock clock) {
        this.events = events;
        this.overviews = overviews;
        this.clock = clock;
    }

    record OverviewView(
            EventId event,
            String title,
            EventKind kind,
            EventStatus status,
            String startsAt,
            String endsAt,
            ZoneId zone,
            Instant startsAtInstant,
            Instant endsAtInstant,
            String venueName,
            int places,
            int booked,
            int waiting,
            int offered,
            int here,
            int walkIns,
            @Nullable Instant asOf) {

        private static OverviewView of(Event event, EventOverview figures) {
            var details = event.details();
            var times = details.times();
            return new OverviewView(
                    event.id(),
                    details.title(),
                    details.kind(),
                    event.status(),
                    times.startsAt().toString(),
                    times.endsAt().toString(),
                    times.zone(),
                    times.startsAtInstant(),
                    times.endsAtInstant(),
                    details.venue().name(),
                    details.places(),
                    figures.booked(),
                    figures.waiting(),
                    figures.offered(),
                    figures.here(),
                    figures.walkIns(),
                    figures.asOf());
        }
    }

    /**
     * One page of a list, and how many events each of the lists has.
     *
     * @param page which page it is, from 0; the last one if there are not so many
     */
    record EventPage(int coming, int past, int drafts, int page, int pages, List<OverviewView> events) {}

    @Operation(summary = "List a region's events with their figures, 50 a page")
    @Refuses(UnknownRegion.class)
    @GetMapping("/events")
    EventPage list(
            @RequestParam RegionId region,
            @RequestParam EventList list,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "0") int page,
            Caller caller) {
        var home = scope(caller).require(region);
        var listed = events.listed(home, list, title, page, PAGE, clock.instant());
        return new EventPage(
                listed.coming(),
                listed.past(),
                listed.drafts(),
                listed.page(),
                listed.pages(),
                withFigures(listed.events()));
    }

    @Operation(summary = "Read the figures of a region's coming and latest events")
    @Refuses(UnknownRegion.class)
    @GetMapping("/overview")
    List<OverviewView> ofRegion(@RequestParam RegionId region, Caller caller) {
        return withFigures(events.comingAndLatest(scope(caller).require(region), LATEST, clock.instant()));
    }

    @Operation(summary = "Read one event's figures")
    @Refuses(UnknownEvent.class)
    @GetMapping("/overview/{event}")
    OverviewView ofEvent(@PathVariable EventId event, Caller caller) {
        var found = events.find(event, scope(caller)).orElseThrow(() -> UnknownEvent.withId(event));
        return withFigures(List.of(found)).get(0);
    }

    private List<OverviewView> withFigures(List<Event> listed) {
        var figures = overviews.of(listed.stream().map(Event::id).toList());
        return IntStream.range(0, listed.size())
                .mapToObj(at -> OverviewView.of(listed.get(at), figures.get(at)))
                .toList();
    }

    private static RegionScope scope(Caller caller) {
        return region -> caller.runs(region.value());
    }
}
