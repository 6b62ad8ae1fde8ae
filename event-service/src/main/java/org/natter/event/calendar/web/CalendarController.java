package org.natter.event.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.natter.access.Refuses;
import org.natter.event.calendar.CalendarEntry;
import org.natter.event.programme.EventId;
import org.natter.event.programme.Events;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.region.RegionScope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The calendar file of an event that the public may see, for everybody. */
@RestController
class CalendarController {

    private final Events events;
    private final Clock clock;

    CalendarController(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Operation(summary = "Download the calendar file of an event that everybody may see")
    @Refuses(UnknownEvent.class)
    @GetMapping(path = "/programme/{event}/calendar", produces = "text/calendar")
    ResponseEntity<String> file(@PathVariable EventId event) {
        return events.find(event, RegionScope.everywhere())
                .filter(found -> found.status().isPublic())
                .map(found -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8;method=PUBLISH")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event.ics\"")
                        .body(new CalendarEntry(found, clock.instant()).asFile()))
                .orElseThrow(() -> UnknownEvent.withId(event));
    }
}
