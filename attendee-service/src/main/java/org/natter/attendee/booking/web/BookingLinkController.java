package org.natter.attendee.booking.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.access.Problem;
import org.natter.attendee.Form;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.CancelReason;
import org.natter.attendee.booking.KeepingBookings;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonalLinks;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the owner of a booking does with the link from their mail. The token is checked before anything is read; a wrong
 * one, an unknown one and an erased one are one and the same 404.
 */
@RestController
@RequestMapping("/booking-links")
class BookingLinkController {

    private final KeepingBookings bookings;
    private final People people;
    private final PersonalLinks links;
    private final Clock clock;

    BookingLinkController(KeepingBookings bookings, People people, PersonalLinks links, Clock clock) {
        this.bookings = bookings;
        this.people = people;
        this.links = links;
        this.clock = clock;
    }

    record Link(@Nullable String token) {}

    record Cancellation(@Nullable String token, @Nullable CancelReason reason) {}

    record ListChoice(@Nullable String token, @Nullable Boolean listed) {}

    @PostMapping("/read")
    BookingView read(@RequestBody Link link) {
        return with(link.token(), bookings::read);
    }

    @PostMapping("/confirm")
    BookingView confirm(@RequestBody Link link) {
        Instant now = clock.instant();
        return with(link.token(), attendance -> bookings.confirm(attendance, now));
    }

    @PostMapping("/accept")
    BookingView accept(@RequestBody Link link) {
        Instant now = clock.instant();
        return with(link.token(), attendance -> bookings.accept(attendance, now));
    }

    @PostMapping("/cancel")
    BookingView cancel(@RequestBody Cancellation press) {
        Instant now = clock.instant();
        CancelReason reason = press.reason() == null ? CancelReason.NOT_SAID : press.reason();
        return with(press.token(), attendance -> bookings.cancel(attendance, reason, now));
    }

    @PostMapping("/choices")
    BookingView choose(@RequestBody ListChoice choice) {
        Form form = new Form();
        boolean listed = form.answered("listed", choice.listed(), "Say whether to show you on the list");
        form.done();
        return with(choice.token(), attendance -> bookings.choose(attendance, listed));
    }

    private BookingView with(@Nullable String token, Function<AttendanceId, Optional<Booking>> verb) {
        return links.bookingOf(token == null ? "" : token)
                .flatMap(verb)
                .flatMap(booking -> people.personOf(booking.attendance())
                        .map(Person::name)
                        .map(name -> BookingView.of(booking, name)))
                .orElseThrow(BookingLinkController::unknown);
    }

    private static ErrorResponseException unknown() {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND,
                Problem.of(HttpStatus.NOT_FOUND, "unknown-link", "There's nothing behind this link"),
                null);
    }
}
