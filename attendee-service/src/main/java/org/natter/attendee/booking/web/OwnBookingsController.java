package org.natter.attendee.booking.web;

import java.util.Comparator;
import java.util.List;
import org.natter.attendee.Caller;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.UnknownEvent;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Bookings of the signed-in person, and the few words at the head of somebody's feedback form. */
@RestController
class OwnBookingsController {

    private final Bookings bookings;
    private final People people;

    OwnBookingsController(Bookings bookings, People people) {
        this.bookings = bookings;
        this.people = people;
    }

    record Greeting(String name, String initial, String eventTitle) {

        @Override
        public String toString() {
            return "Greeting[…]";
        }
    }

    /** Newest event first. */
    @GetMapping("/me/bookings")
    List<BookingView> mine(@AuthenticationPrincipal Jwt token) {
        return people.find(Caller.of(token).person())
                .map(person -> bookings.of(person.attendances().values()).values().stream()
                        .map(booking -> BookingView.of(booking, person.name()))
                        .sorted(Comparator.comparing(BookingView::startsAt).reversed())
                        .toList())
                .orElse(List.of());
    }

    @GetMapping("/attendances/{attendance}/greeting")
    Greeting greeting(@PathVariable AttendanceId attendance, @AuthenticationPrincipal Jwt token) {
        if (!Caller.of(token).answering().equals(attendance)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        EventId event = people.eventOf(attendance).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String title = bookings.card(event).map(EventCard::title).orElseThrow(() -> UnknownEvent.withId(event));
        return people.personOf(attendance)
                .map(person -> new Greeting(person.name(), initial(person.name()), title))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
