package org.natter.local.story;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.natter.web.services.AbsenceReason;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.BookingWish;
import org.natter.web.services.BookingApi.Cancellation;
import org.natter.web.services.BookingApi.Confirmation;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.Caller;
import org.natter.web.services.Link;

/** What people do about their places: ask, press the button in the mail, wait in line, take an offer, give a place up. */
final class Bookings {

    private final BookingApi bookings;
    private final MailReader mails;
    private final Clock clock;
    private final Crowd crowd;

    Bookings(BookingApi bookings, MailReader mails, Clock clock, Crowd crowd) {
        this.bookings = bookings;
        this.mails = mails;
        this.clock = clock;
        this.crowd = crowd;
    }

    /** Everybody asks for a place and presses the button in the mail, side by side; for events with room for all. */
    List<GuestBooking> book(PublishedEvent event, List<Guest> guests) {
        var before = clock.instant();
        crowd.sideBySide(guests, guest -> {
            ask(event, guest);
            return guest;
        });
        var bookings = crowd.sideBySide(guests, guest -> confirm(event, guest, before));
        awaitBooked(event, bookings, before);
        return bookings;
    }

    /** The same one after another, so that they stand in line in the order given. */
    List<GuestBooking> queue(PublishedEvent event, List<Guest> guests) {
        var before = clock.instant();
        guests.forEach(guest -> ask(event, guest));
        return guests.stream().map(guest -> confirm(event, guest, before)).toList();
    }

    GuestBooking book(PublishedEvent event, Guest guest) {
        var before = clock.instant();
        ask(event, guest);
        return confirm(event, guest, before);
    }

    void cancel(GuestBooking booking, AbsenceReason reason) {
        bookings.cancel(Caller.everybody(), new Cancellation(booking.link().token(), reason));
    }

    void awaitOffer(GuestBooking booking) {
        Patience.untilTrue(booking.guest().name() + " to be offered a place", () -> isOffered(booking));
    }

    void accept(GuestBooking booking) {
        bookings.accept(Caller.everybody(), booking.link());
    }

    private boolean isOffered(GuestBooking booking) {
        return bookings.read(Caller.everybody(), booking.link())
                .filter(found -> found.status() == BookingStatus.OFFERED)
                .isPresent();
    }

    void ask(PublishedEvent event, Guest guest) {
        bookings.ask(
                Caller.everybody(),
                crowd.formId(),
                new BookingWish(
                        event.id(),
                        guest.name(),
                        guest.email(),
                        guest.organisation(),
                        guest.sector(),
                        false,
                        guest.listed(),
                        true,
                        true));
    }

    /** The link to confirm by, once its mail is there. */
    Link linkMailed(PublishedEvent event, Guest guest, Instant since) {
        return Patience.until("the mail with the button to " + guest.email(), () -> linkSoFar(event, guest, since));
    }

    /** The same, if its mail is there by now. */
    Optional<Link> linkSoFar(PublishedEvent event, Guest guest, Instant since) {
        var title = event.titleInSubjects();
        return mails.find(guest.email(), "Confirm your place: " + title, since)
                .or(() -> mails.find(guest.email(), "Confirm: waiting list for " + title, since))
                .map(mail -> new Link(MailReader.token(mail, "/b/")));
    }

    private GuestBooking confirm(PublishedEvent event, Guest guest, Instant since) {
        return confirm(event, guest, linkMailed(event, guest, since));
    }

    /** The button on the page that the link opens: it confirms what stands there. */
    GuestBooking confirm(PublishedEvent event, Guest guest, Link link) {
        var shown = bookings.read(Caller.everybody(), link).orElseThrow().wish();
        var booking = bookings.confirm(Caller.everybody(), new Confirmation(link.token(), shown));
        return new GuestBooking(
                guest, event, booking.attendance(), link, booking.code(), booking.status() == BookingStatus.BOOKED);
    }

    private void awaitBooked(PublishedEvent event, List<GuestBooking> bookings, Instant since) {
        var told = bookings.stream().filter(GuestBooking::booked).count();
        var subject = "You're booked: " + event.titleInSubjects();
        Patience.untilTrue(told + " mails \"" + subject + "\"", () -> mails.count(subject, since) >= told);
    }
}
