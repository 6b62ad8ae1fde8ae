package org.natter.attendee.booking.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.attendee.booking.AlreadyHere;
import org.natter.attendee.booking.AskingForPlaces;
import org.natter.attendee.booking.BookingClosed;
import org.natter.attendee.booking.BookingRequests;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.KeepingBookings;
import org.natter.attendee.booking.KeyReused;
import org.natter.attendee.booking.NoPlaceLeft;
import org.natter.attendee.booking.web.BookingController.Accepted;
import org.natter.attendee.booking.web.BookingController.Wish;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownEvent;
import org.natter.ids.HexId;
import org.natter.ids.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an organiser does for somebody who told them, at an event of their own region: another region's does not exist. What
 * follows from it is what follows where people do it themselves.
 */
@RestController
class ForOthersController {

    private final AskingForPlaces asking;
    private final KeepingBookings keeping;
    private final BookingRequests requests;
    private final Bookings bookings;
    private final People people;
    private final JsonMapper json;
    private final Clock clock;

    ForOthersController(
            AskingForPlaces asking,
            KeepingBookings keeping,
            BookingRequests requests,
            Bookings bookings,
            People people,
            JsonMapper json,
            Clock clock) {
        this.asking = asking;
        this.keeping = keeping;
        this.requests = requests;
        this.bookings = bookings;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    @Operation(summary = "Book a place, or one in line, for somebody who asked an organiser")
    @Refuses({UnknownEvent.class, BookingClosed.class, KeyReused.class})
    @PostMapping("/bookings/by-hand")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted add(
            @RequestBody Wish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String sentKey,
            Caller caller) {
        var key = HexId.forKey("booking", caller.subject(), sentKey);
        var command = wish.command(key, clock);
        requireRunBy(caller, command.event());
        var admitted = requests.admit(key, Sha256.hex(key + json.writeValueAsString(wish)), command.at())
                .orElseThrow(KeyReused::new);
        return new Accepted(admitted.room()
                .orElseGet(() -> requests.answer(key, asking.add(command, admitted.first()))));
    }

    @Operation(summary = "Cancel a booking for somebody who told an organiser; twice is once")
    @Refuses({UnknownEvent.class, UnknownAttendance.class, BookingClosed.class, AlreadyHere.class})
    @DeleteMapping("/events/{event}/bookings/{attendance}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable EventId event, @PathVariable AttendanceId attendance, Caller caller) {
        requireRunBy(caller, event);
        people.eventOf(attendance)
                .filter(event::equals)
                .flatMap(known -> keeping.cancelFor(attendance, clock.instant()))
                .orElseThrow(() -> UnknownAttendance.withId(attendance));
    }

    /** @param offered whether it is on offer to them now; false if they have taken it meanwhile, or wait no more */
    record Offered(boolean offered) {}

    @Operation(summary = "Offer a place that is left to somebody in line; twice is once")
    @Refuses({UnknownEvent.class, UnknownAttendance.class, BookingClosed.class, NoPlaceLeft.class})
    @PostMapping("/events/{event}/bookings/{attendance}/offer")
    Offered offer(@PathVariable EventId event, @PathVariable AttendanceId attendance, Caller caller) {
        requireRunBy(caller, event);
        var status = people.eventOf(attendance)
                .filter(event::equals)
                .flatMap(known -> keeping.offerTo(attendance, clock.instant()))
                .map(own -> own.booking().status())
                .orElseThrow(() -> UnknownAttendance.withId(attendance));
        return new Offered(status == BookingStatus.OFFERED);
    }

    private void requireRunBy(Caller caller, EventId event) {
        bookings.card(event)
                .filter(card -> caller.runs(card.region().value()))
                .orElseThrow(() -> UnknownEvent.withId(event));
    }
}
