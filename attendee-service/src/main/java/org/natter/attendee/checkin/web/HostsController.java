package org.natter.attendee.checkin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.checkin.EventHosts;
import org.natter.attendee.checkin.NamingHosts;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownEvent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who hosts an event, as an organiser says; who they are stands in the list of attendees. */
@RestController
@RequestMapping("/events/{event}/hosts")
class HostsController {

    private final NamingHosts naming;
    private final Bookings bookings;
    private final Clock clock;

    HostsController(NamingHosts naming, Bookings bookings, Clock clock) {
        this.naming = naming;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** @param hosts all of them; absent for nobody */
    record Hosts(
            @ArraySchema(maxItems = EventHosts.MOST) @Nullable
            List<AttendanceId> hosts) {}

    @Operation(summary = "Say who hosts it")
    @Refuses({UnknownEvent.class, UnknownAttendance.class})
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void name(@PathVariable EventId event, @RequestBody Hosts named, Caller caller) {
        bookings.card(event)
                .filter(card -> DoorController.isAtTheDoor(caller, card))
                .orElseThrow(() -> UnknownEvent.withId(event));
        var chosen = named.hosts() == null ? List.<AttendanceId>of() : named.hosts();
        var wrong = new Shortcomings("hosts");
        if (chosen.size() > EventHosts.MOST) {
            wrong.refuse("hosts", Shortcomings.TOO_MANY, EventHosts.MOST);
        }
        if (chosen.stream().anyMatch(Objects::isNull)) {
            wrong.refuse("hosts", Shortcomings.MISSING);
        }
        wrong.done();
        naming.name(event, chosen, clock.instant());
    }
}
