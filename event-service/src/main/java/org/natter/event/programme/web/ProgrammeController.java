package org.natter.event.programme.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Refuses;
import org.natter.event.programme.EventId;
import org.natter.event.programme.Events;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may see: events of every region, but no drafts. */
@RestController
@RequestMapping("/programme")
class ProgrammeController {

    private static final int LATEST = 24;

    private final Events events;
    private final Clock clock;

    ProgrammeController(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Operation(summary = "List the events that everybody may see: what is to come, then the latest past")
    @GetMapping
    List<EventView> all(@RequestParam(required = false) @Nullable RegionId region) {
        return events.shownToThePublic(region, LATEST, clock.instant()).stream()
                .map(EventView::shownToThePublic)
                .toList();
    }

    @Operation(summary = "Read one event that everybody may see")
    @Refuses(UnknownEvent.class)
    @GetMapping("/{event}")
    EventView one(@PathVariable EventId event) {
        return events.find(event, RegionScope.everywhere())
                .filter(found -> found.status().isPublic())
                .map(EventView::shownToThePublic)
                .orElseThrow(() -> UnknownEvent.withId(event));
    }
}
