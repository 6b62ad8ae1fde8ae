package org.natter.event.overview.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.natter.event.Caller;
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
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organiser's first page: a region's events with their figures, what is still to come first. */
@RestController
@RequestMapping("/overview")
class OverviewController {

    private final Events events;
    private final EventOverviews overviews;
    private final Clock clock;

    OverviewController(Events events, EventOverviews overviews, Clock clock) {
        this.events = events;
        this.overviews = overviews;
        this.clock = clock;
    }

    record OverviewView(
            String event,
            String title,
            EventKind kind,
            EventStatus status,
            String startsAt,
            String endsAt,
            String zone,
            Instant startsAtInstant,
            Instant endsAtInstant,
            String venueName,
            int places,
            int booked,
            int waiting,
            int offered,
            int here,
            int asked,
            int answered) {

        private static OverviewView of(Event event, EventOverview figures) {
            var details = event.details();
            var times = details.times();
            return new OverviewView(
                    event.id().value(),
                    details.title(),
                    details.kind(),
                    event.status(),
                    times.startsAt().toString(),
                    times.endsAt().toString(),
                    times.zone().getId(),
                    times.startsAtInstant(),
                    times.endsAtInstant(),
                    details.venue().name(),
                    details.places(),
                    figures.booked(),
                    figures.waiting(),
                    figures.offered(),
                    figures.here(),
                    figures.asked(),
                    figures.answered());
        }
    }

    @GetMapping
    List<OverviewView> ofRegion(@RequestParam String region, Authentication authentication) {
        RegionId within = Caller.of(authentication).within(RegionId.named(region));
        return withFigures(Programme.comingFirst(events.inRegion(within), clock.instant()));
    }

    @GetMapping("/{event}")
    OverviewView ofEvent(@PathVariable String event, Authentication authentication) {
        EventId id = EventId.named(event);
        Event found = events.find(id, Caller.of(authentication).scope()).orElseThrow(() -> UnknownEvent.withId(id));
        return withFigures(List.of(found)).get(0);
    }

    private List<OverviewView> withFigures(List<Event> listed) {
        List<EventOverview> figures =
                overviews.of(listed.stream().map(Event::id).toList());
        List<OverviewView> views = new ArrayList<>();
        for (int at = 0; at < listed.size(); at++) {
            views.add(OverviewView.of(listed.get(at), figures.get(at)));
        }
        return views;
    }
}
