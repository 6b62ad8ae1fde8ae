package org.natter.event.programme.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventAlreadyPlanned;
import org.natter.event.programme.EventDetails;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventRefusal;
import org.natter.event.programme.Events;
import org.natter.event.programme.Flaw;
import org.natter.event.programme.PlanEvent;
import org.natter.event.programme.PlanningEvents;
import org.natter.event.programme.PublishingEvents;
import org.natter.event.programme.UnfitEvent;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.region.RegionScope;
import org.natter.event.region.Regions;
import org.natter.event.region.UnknownRegion;
import org.natter.ids.HexId;
import org.natter.ids.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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

    record CancelRequest(
            @Schema(requiredMode = REQUIRED, maxLength = Event.LONGEST_REASON, pattern = Shortcomings.SEEN) @Nullable
            String reason) {

        /** What was said, if it reads as a reason, whatever the event is like. */
        private String said() {
            var flaws = new ArrayList<Flaw>();
            if (reason == null || !Shortcomings.isSeen(reason)) {
                flaws.add(Flaw.REASON_MISSING);
            }
            EventRequest.addIfLonger(flaws, reason, Event.LONGEST_REASON, Flaw.REASON_TOO_LONG);
            if (!flaws.isEmpty()) {
                throw UnfitEvent.because(flaws);
            }
            return Objects.requireNonNull(reason);
        }
    }

    @Operation(summary = "Plan an event in a region")
    @Refuses({UnknownRegion.class, EventAlreadyPlanned.class})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EventView plan(
            @RequestBody EventRequest wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        if (wish.region() == null) {
            throw UnfitEvent.because(List.of(Flaw.REGION_MISSING));
        }
        var home = scope(caller).require(wish.region());
        var region = regions.find(home).orElseThrow(() -> UnknownRegion.withId(home));
        var id = new EventId(HexId.forKey("event", caller.subject(), key));
        var fingerprint = Sha256.hex(json.writeValueAsBytes(wish));
        return EventView.of(
                planning.plan(new PlanEvent(id, region, wish.details(region.zone()), fingerprint, clock.instant())));
    }

    @Operation(summary = "Change an event")
    @Refuses(
            value = {UnknownEvent.class, EventRefusal.class},
            except = {"event-not-published", "event-published"})
    @PutMapping("/{event}")
    EventView revise(
            @PathVariable EventId event,
            @RequestParam(required = false) @Nullable Long version,
            @Parameter(description = "Whether nobody booked is to be told of it by mail.")
                    @RequestParam(defaultValue = "false")
                    boolean quietly,
            @RequestBody EventRequest wish,
            Caller caller) {
        var details = detailsFor(known(event, caller), wish);
        return EventView.of(planning.revise(event, scope(caller), details, read(version), quietly, clock.instant()));
    }

    @Operation(summary = "Try a change of an event without making it: whatever would refuse it does")
    @Refuses(
            value = {UnknownEvent.class, EventRefusal.class},
            except = {"event-not-published", "event-published"})
    @PostMapping("/{event}/trials")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tryOut(
            @PathVariable EventId event,
            @RequestParam(required = false) @Nullable Long version,
            @RequestBody EventRequest wish,
            Caller caller) {
        var details = detailsFor(known(event, caller), wish);
        planning.tryOut(event, scope(caller), details, read(version), clock.instant());
    }

    /** What is wished for this event; by its own clocks where no others are said. */
    private static EventDetails detailsFor(Event before, EventRequest wish) {
        if (wish.region() == null) {
            throw UnfitEvent.because(List.of(Flaw.REGION_MISSING));
        }
        if (!wish.region().equals(before.region())) {
            throw UnfitEvent.because(List.of(Flaw.REGION_FIXED));
        }
        return wish.details(before.details().times().zone());
    }

    @Operation(summary = "Publish a draft")
    @Refuses(
            value = {UnknownEvent.class, EventRefusal.class},
            except = {"event-not-published", "event-published", "event-over"})
    @PostMapping("/{event}/publish")
    EventView publish(
            @PathVariable EventId event, @RequestParam(required = false) @Nullable Long version, Caller caller) {
        return EventView.of(publishing.publish(event, scope(caller), read(version), clock.instant()));
    }

    @Operation(summary = "Call a published event off")
    @Refuses(
            value = {UnknownEvent.class, EventRefusal.class},
            except = {"event-published", "event-over"})
    @PostMapping("/{event}/cancel")
    EventView cancel(
            @PathVariable EventId event,
            @RequestParam(required = false) @Nullable Long version,
            @RequestBody CancelRequest wish,
            Caller caller) {
        return EventView.of(publishing.cancel(event, scope(caller), wish.said(), read(version), clock.instant()));
    }

    @Operation(summary = "Delete a draft")
    @Refuses(
            value = {UnknownEvent.class, EventRefusal.class},
            except = {"event-not-published", "event-cancelled", "event-over"})
    @DeleteMapping("/{event}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable EventId event, @RequestParam(required = false) @Nullable Long version, Caller caller) {
        planning.discard(event, scope(caller), read(version));
    }

    @Operation(summary = "Read one event")
    @Refuses(UnknownEvent.class)
    @GetMapping("/{event}")
    EventView one(@PathVariable EventId event, Caller caller) {
        return EventView.of(known(event, caller));
    }

    private Event known(EventId event, Caller caller) {
        return events.find(event, scope(caller)).orElseThrow(() -> UnknownEvent.withId(event));
    }

    private static OptionalLong read(@Nullable Long version) {
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    private static RegionScope scope(Caller caller) {
        return region -> caller.runs(region.value());
    }
}
