package org.natter.local.story;

import static org.natter.local.stack.Application.ATTENDEE_SERVICE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.natter.local.mailbox.ReceivedMail;
import tools.jackson.databind.JsonNode;

/** What people do about their places: ask, press the button in the mail, wait in line, take an offer, give a place up. */
final class Bookings {

    private final Services services;
    private final MailReader mails;
    private final Clock clock;
    private final Crowd crowd;

    Bookings(Services services, MailReader mails, Clock clock, Crowd crowd) {
        this.services = services;
        this.mails = mails;
        this.clock = clock;
        this.crowd = crowd;
    }

    /** Everybody asks for a place and presses the button in the mail, side by side; for events with room for all. */
    List<GuestBooking> book(PublishedEvent event, List<Guest> guests) {
        Instant before = clock.instant();
        crowd.sideBySide(guests, guest -> ask(event, guest));
        List<GuestBooking> bookings = crowd.sideBySide(guests, guest -> confirm(event, guest, before));
        awaitBooked(event, bookings, before);
        return bookings;
    }

    /** The same one after another, so that they stand in line in the order given. */
    List<GuestBooking> queue(PublishedEvent event, List<Guest> guests) {
        Instant before = clock.instant();
        guests.forEach(guest -> ask(event, guest));
        return guests.stream().map(guest -> confirm(event, guest, before)).toList();
    }

    GuestBooking book(PublishedEvent event, Guest guest) {
        Instant before = clock.instant();
        ask(event, guest);
        return confirm(event, guest, before);
    }

    private GuestBooking confirm(PublishedEvent event, Guest guest, Instant since) {
        ReceivedMail mail = mails.await(guest.email(), "Confirm your place: " + event.titleInSubjects(), since);
        String token = MailReader.token(mail, "/b/");
        JsonNode booking =
                services.post(ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/confirm", Map.of("token", token));
        return new GuestBooking(
                guest,
                event,
                booking.get("attendance").asString(),
                token,
                booking.get("code").asString(),
                booking.get("status").asString().equals("BOOKED"));
    }

    private void awaitBooked(PublishedEvent event, List<GuestBooking> bookings, Instant since) {
        long told = bookings.stream().filter(GuestBooking::booked).count();
        String subject = "You're booked: " + event.titleInSubjects();
        Patience.untilTrue(told + " mails \"" + subject + "\"", () -> mails.count(subject, since) >= told);
    }

    private JsonNode ask(PublishedEvent event, Guest guest) {
        Map<String, Object> request = Map.of(
                "event", event.event(),
                "name", guest.name(),
                "email", guest.email(),
                "organisation", guest.organisation(),
                "sector", guest.sector(),
                "newcomer", false,
                "listed", guest.listed(),
                "adult", true);
        return services.postOnce(ATTENDEE_SERVICE, Pass.everybody(), "/bookings", request, crowd.id());
    }

    JsonNode cancel(GuestBooking booking, String reason) {
        return services.post(
                ATTENDEE_SERVICE,
                Pass.everybody(),
                "/booking-links/cancel",
                Map.of("token", booking.token(), "reason", reason));
    }

    JsonNode accept(GuestBooking booking) {
        return services.post(
                ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/accept", Map.of("token", booking.token()));
    }

    JsonNode read(GuestBooking booking) {
        return services.post(
                ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/read", Map.of("token", booking.token()));
    }
}
