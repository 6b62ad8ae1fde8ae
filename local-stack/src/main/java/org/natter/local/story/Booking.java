package org.natter.local.story;

import static org.natter.local.stack.Application.ATTENDEE_SERVICE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.natter.local.mailbox.ReceivedMail;
import tools.jackson.databind.JsonNode;

/** What people do about their places: ask, press the button in the mail, wait in line, take an offer, give a place up. */
final class Booking {

    private final Services services;
    private final Post post;
    private final Clock clock;
    private final Crowd crowd;

    Booking(Services services, Post post, Clock clock, Crowd crowd) {
        this.services = services;
        this.post = post;
        this.clock = clock;
        this.crowd = crowd;
    }

    /** Everybody asks for a place and presses the button in the mail, side by side; for events with room for all. */
    List<Ticket> book(Gathering gathering, List<Guest> guests) {
        Instant before = clock.instant();
        crowd.sideBySide(guests, guest -> ask(gathering, guest));
        List<Ticket> tickets = crowd.sideBySide(guests, guest -> confirm(gathering, guest, before));
        awaitBooked(gathering, tickets, before);
        return tickets;
    }

    /** The same one after another, so that they stand in line in the order given. */
    List<Ticket> queue(Gathering gathering, List<Guest> guests) {
        Instant before = clock.instant();
        guests.forEach(guest -> ask(gathering, guest));
        return guests.stream().map(guest -> confirm(gathering, guest, before)).toList();
    }

    Ticket book(Gathering gathering, Guest guest) {
        Instant before = clock.instant();
        ask(gathering, guest);
        return confirm(gathering, guest, before);
    }

    private Ticket confirm(Gathering gathering, Guest guest, Instant since) {
        ReceivedMail mail = post.await(guest.email(), "Confirm your place: " + gathering.titleInSubjects(), since);
        String token = Post.token(mail, "/b/");
        JsonNode booking =
                services.post(ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/confirm", Map.of("token", token));
        return new Ticket(
                guest,
                gathering,
                booking.get("attendance").asString(),
                token,
                booking.get("code").asString(),
                booking.get("status").asString().equals("BOOKED"));
    }

    private void awaitBooked(Gathering gathering, List<Ticket> tickets, Instant since) {
        long told = tickets.stream().filter(Ticket::booked).count();
        String subject = "You're booked: " + gathering.titleInSubjects();
        Patience.untilTrue(told + " mails \"" + subject + "\"", () -> post.count(subject, since) >= told);
    }

    private JsonNode ask(Gathering gathering, Guest guest) {
        Map<String, Object> wish = Map.of(
                "event", gathering.event(),
                "name", guest.name(),
                "email", guest.email(),
                "organisation", guest.organisation(),
                "sector", guest.sector(),
                "newcomer", false,
                "listed", guest.listed(),
                "adult", true);
        return services.postOnce(ATTENDEE_SERVICE, Pass.everybody(), "/bookings", wish, crowd.id());
    }

    JsonNode cancel(Ticket ticket, String reason) {
        return services.post(
                ATTENDEE_SERVICE,
                Pass.everybody(),
                "/booking-links/cancel",
                Map.of("token", ticket.token(), "reason", reason));
    }

    JsonNode accept(Ticket ticket) {
        return services.post(
                ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/accept", Map.of("token", ticket.token()));
    }

    JsonNode read(Ticket ticket) {
        return services.post(
                ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/read", Map.of("token", ticket.token()));
    }
}
