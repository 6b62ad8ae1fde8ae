package org.natter.event.programme.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.event.Caller;
import org.natter.event.CreationKey;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.Events;
import org.natter.event.programme.Flaw;
import org.natter.event.programme.PlanEvent;
import org.natter.event.programme.PlanningEvents;
import org.natter.event.programme.Programme;
import org.natter.event.programme.PublishingEvents;
import org.natter.event.programme.UnfitEvent;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;
import org.natter.event.region.Regions;
import org.natter.event.region.UnknownRegion;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What organisers do with the events of their region; another region's do not exist for them. */
@RestController
@RequestMapping("/events")
class EventController {

    private final PlanningEvents planning;
    private final PublishingEvents publishing;
    private final Events events;
    private final Regions regions;
    private final Clock clock;
    private final JsonMapper json;

    EventController(
            PlanningEvents planning,
            PublishingEvents publishing,
            Events events,
            Regions regions,
            Clock clock,
            JsonMapper json) {
        this.planning = planning;
        this.publishing = publishing;
        this.events = events;
        this.regions = regions;
        this.clock = clock;
        this.json = json;
    }

    record CancelRequest(@Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EventView plan(
            @RequestBody EventRequest wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        Region region = regionOf(wish, caller);
        var id = new EventId(CreationKey.idFor("event", caller, key));
        String fingerprint = CreationKey.fingerprint(json.writeValueAsBytes(wish));
        return EventView.of(
                planning.plan(new PlanEvent(id, region, wish.details(region), fingerprint, clock.instant())));
    }

    private Region regionOf(EventRequest wish, Caller caller) {
        if (wish.region() == null || wish.region().isBlank()) {
            throw UnfitEvent.because(List.of(Flaw.REGION_UNKNOWN));
        }
        return known(caller.within(RegionId.named(wish.region())));
    }

    private Region known(RegionId region) {
        return regions.find(region).orElseThrow(() -> UnknownRegion.withId(region));
    }

    @PutMapping("/{event}")
    EventView revise(@PathVariable String event, @RequestBody EventRequest wish, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        EventId id = EventId.named(event);
        RegionId home = events.find(id, caller.scope())
                .orElseThrow(() -> UnknownEvent.withId(id))
                .region();
        if (wish.region() != null && !wish.region().equals(home.value())) {
            throw UnfitEvent.because(List.of(Flaw.REGION_FIXED));
        }
        return EventView.of(planning.revise(id, caller.scope(), wish.details(known(home)), clock.instant()));
    }

    @PostMapping("/{event}/publish")
    EventView publish(@PathVariable String event, Authentication authentication) {
        return EventView.of(publishing.publish(
                EventId.named(event), Caller.of(authentication).scope(), clock.instant()));
    }

    @PostMapping("/{event}/cancel")
    EventView cancel(@PathVariable String event, @RequestBody CancelRequest wish, Authentication authentication) {
        String reason = wish.reason() == null ? "" : wish.reason();
        return EventView.of(publishing.cancel(
                EventId.named(event), Caller.of(authentication).scope(), reason, clock.instant()));
    }

    @GetMapping
    List<EventView> inRegion(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable EventStatus status,
            Authentication authentication) {
        RegionId within = Caller.of(authentication).within(RegionId.named(region));
        var wanted = events.inRegion(within).stream()
                .filter(event -> status == null || event.status() == status)
                .toList();
        return Programme.comingFirst(wanted, clock.instant()).stream()
                .map(EventView::of)
                .toList();
    }

    @GetMapping("/{event}")
    EventView one(@PathVariable String event, Authentication authentication) {
        EventId id = EventId.named(event);
        return EventView.of(
                events.find(id, Caller.of(authentication).scope()).orElseThrow(() -> UnknownEvent.withId(id)));
    }
}
