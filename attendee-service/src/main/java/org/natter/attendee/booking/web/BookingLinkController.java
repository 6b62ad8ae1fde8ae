package org.natter.attendee.booking.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.booking.AlreadyHere;
import org.natter.attendee.booking.CancelReason;
import org.natter.attendee.booking.KeepingBookings;
import org.natter.attendee.booking.OwnBooking;
import org.natter.attendee.booking.ShownWish;
import org.natter.attendee.booking.UnknownLink;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.BookingLink;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.PersonalLinks;
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
    private final PersonalLinks links;
    private final Clock clock;

    BookingLinkController(KeepingBookings bookings, PersonalLinks links, Clock clock) {
        this.bookings = bookings;
        this.links = links;
        this.clock = clock;
    }

    record Link(@Nullable String token) {}

    /** @param shown the mark of the wish as it stood on the page with the button; absent to confirm whatever it is */
    record Confirmation(@Nullable String token, @Nullable String shown) {}

    record Cancellation(@Nullable String token, @Nullable CancelReason reason) {}

    record ListChoice(
            @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable Boolean listed) {}

    @Operation(summary = "Read one's booking")
    @Refuses(UnknownLink.class)
    @PostMapping("/read")
    BookingView read(@RequestBody Link link) {
        return with(link.token(), bookings::read);
    }

    @Operation(summary = "Confirm the place that is kept, or the place in line")
    @Refuses({UnknownLink.class, ChangedMeanwhile.class})
    @PostMapping("/confirm")
    BookingView confirm(@RequestBody Confirmation press) {
        return with(
                press.token(),
                attendance -> bookings.confirm(attendance, new ShownWish(press.shown()), clock.instant()));
    }

    @Operation(summary = "Take the place that is offered")
    @Refuses(UnknownLink.class)
    @PostMapping("/accept")
    BookingView accept(@RequestBody Link link) {
        return with(link.token(), attendance -> bookings.accept(attendance, clock.instant()));
    }

    @Operation(summary = "Give up a place, an offer or a place in line")
    @Refuses({UnknownLink.class, AlreadyHere.class})
    @PostMapping("/cancel")
    BookingView cancel(@RequestBody Cancellation press) {
        var reason = press.reason() == null ? CancelReason.NOT_SAID : press.reason();
        return with(press.token(), attendance -> bookings.cancel(attendance, reason, clock.instant()));
    }

    @Operation(summary = "Choose whether to be on the who-was-there list")
    @Refuses(UnknownLink.class)
    @PostMapping("/choices")
    BookingView choose(@RequestBody ListChoice choice) {
        var wrong = new Shortcomings("choices");
        var listed = wrong.needed("listed", choice.listed());
        wrong.done();
        return with(choice.token(), attendance -> bookings.choose(attendance, listed.get()));
    }

    private BookingView with(@Nullable String token, Function<AttendanceId, Optional<OwnBooking>> verb) {
        return links.bookingOf(token == null ? "" : token)
                .filter(bookings::isOpenedBy)
                .map(BookingLink::attendance)
                .flatMap(verb)
                .map(BookingView::of)
                .orElseThrow(UnknownLink::new);
    }
}
