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
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.Events;
import org.natter.event.programme.Programme;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;
import org.natter.event.region.UnknownRegion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organiser's first page: a region's events with their figures, what is still to come first. */
@RestController
@RequestMapping("/overview")
class OverviewController {

    /** As many evenings of the past as the page has bars for, and some more that were called off. */
    private static final int LATEST = 24;

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
            int asked,
            int answered,
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
                    figures.asked(),
                    figures.answered(),
                    figures.asOf());
        }
    }

    @Operation(summary = "Read the figures of a region's events")
    @Refuses(UnknownRegion.class)
    @GetMapping
    List<OverviewView> ofRegion(@RequestParam RegionId region, Caller caller) {
        return withFigures(
                Programme.comingAndLast(LATEST, events.inRegion(scope(caller).require(region)), clock.instant()));
    }

    @Operation(summary = "Read one event's figures")
    @Refuses(UnknownEvent.class)
    @GetMapping("/{event}")
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
