package org.natter.attendee.booking.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.booking.Arrivals;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.KeepingBookings;
import org.natter.attendee.booking.OwnBooking;
import org.natter.attendee.person.Answerers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownAttendance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bookings of the signed-in person, and the few words at the head of somebody's feedback form. */
@RestController
class OwnBookingsController {

    private final Bookings bookings;
    private final People people;
    private final Arrivals arrivals;
    private final KeepingBookings keeping;
    private final Answerers answerers;

    OwnBookingsController(
            Bookings bookings, People people, Arrivals arrivals, KeepingBookings keeping, Answerers answerers) {
        this.answerers = answerers;
        this.bookings = bookings;
        this.people = people;
        this.arrivals = arrivals;
        this.keeping = keeping;
    }

    record Greeting(String name, String initial, String eventTitle, Instant startsAt, Instant endsAt, ZoneId zone) {

        static Greeting of(Person person, AttendanceId attendance, EventCard card) {
            var name = person.saidAt(attendance).name();
            var initial = name.substring(0, name.offsetByCodePoints(0, 1));
            return new Greeting(name, initial, card.title(), card.startsAt(), card.endsAt(), card.zone());
        }

        @Override
        public String toString() {
            return "Greeting[…]";
        }
    }

    record OnTheList(
            @Schema(requiredMode = REQUIRED) @Nullable Boolean listed) {}

    /** Newest event first. */
    @Operation(summary = "One's bookings, newest event first")
    @GetMapping("/me/bookings")
    List<BookingView> mine(Caller caller) {
        return people.find(new PersonId(caller.subject())).map(this::bookingsOf).orElse(List.of());
    }

    private List<BookingView> bookingsOf(Person person) {
        var all = bookings.of(person.attendances().values());
        var here = arrivals.here(all.keySet());
        return all.values().stream()
                .map(booking -> new OwnBooking(booking, person, here.contains(booking.attendance())))
                .map(BookingView::of)
                .sorted(Comparator.comparing(BookingView::startsAt).reversed())
                .toList();
    }

    @Operation(summary = "Choose whether to be on the who-was-there list of an event one is booked for")
    @Refuses(UnknownAttendance.class)
    @PutMapping("/me/bookings/{attendance}/choices")
    BookingView choose(@PathVariable AttendanceId attendance, @RequestBody OnTheList choice, Caller caller) {
        var wrong = new Shortcomings("choices");
        var listed = wrong.needed("listed", choice.listed());
        wrong.done();
        return people.personOf(attendance)
                .filter(owner -> owner.id().value().equals(caller.subject()))
                .flatMap(owner -> keeping.choose(attendance, listed.get()))
                .map(BookingView::of)
                .orElseThrow(() -> UnknownAttendance.withId(attendance));
    }

    @Operation(summary = "The words at the head of one's feedback form")
    @Refuses(UnknownAttendance.class)
    @GetMapping("/attendances/{attendance}/greeting")
    Greeting greeting(@PathVariable AttendanceId attendance, Caller caller) {
        return answerers
                .of(caller.subject(), caller.event(), caller.generation())
                .filter(attendance::equals)
                .flatMap(people::personOf)
                .flatMap(person -> person.eventOf(attendance)
                        .flatMap(bookings::card)
                        .map(card -> Greeting.of(person, attendance, card)))
                .orElseThrow(() -> UnknownAttendance.withId(attendance));
    }
}
