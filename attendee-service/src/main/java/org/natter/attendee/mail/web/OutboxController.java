package org.natter.attendee.mail.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.Caller;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailQueue;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.mail.StopReason;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox as organisers see it: the latest mails about their region's events. Never a sign-in mail. */
@RestController
class OutboxController {

    private static final int LOOKED_THROUGH = 1000;
    private static final int SHOWN = 200;

    private final MailQueue queue;
    private final Bookings bookings;
    private final People people;

    OutboxController(MailQueue queue, Bookings bookings, People people) {
        this.queue = queue;
        this.bookings = bookings;
        this.people = people;
    }

    /**
     * @param id the mail's cause
     * @param at when it was sent, stopped or refused; else when it was asked for
     * @param nextAttemptAt absent once finished
     * @param subject empty until it was sent
     * @param name of the receiver; "Someone" if erased
     */
    record OutboxLine(
            String id,
            EventId event,
            String eventTitle,
            MailKind kind,
            MailStatus status,
            StopReason stopped,
            int attempts,
            Instant at,
            @Nullable Instant nextAttemptAt,
            String subject,
            String name) {

        @Override
        public String toString() {
            return "OutboxLine[" + id + "]";
        }
    }

    /** Newest first. An organiser reads their own region, whatever they ask for; an owner one or all. */
    @GetMapping("/outbox")
    List<OutboxLine> outbox(
            @RequestParam(required = false) @Nullable String region, @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        Optional<String> within = "OWNER".equals(caller.role())
                ? Optional.ofNullable(region)
                : Optional.of(Objects.requireNonNullElse(caller.region(), ""));
        List<Mail> latest = queue.latest(LOOKED_THROUGH).stream()
                .filter(mail -> mail.wish().event() != null)
                .toList();
        Set<EventId> events = latest.stream()
                .map(mail -> Objects.requireNonNull(mail.wish().event()))
                .collect(Collectors.toSet());
        Map<EventId, EventCard> cards = bookings.cards(events);
        return latest.stream()
                .flatMap(mail -> Optional.ofNullable(mail.wish().event()).map(cards::get).stream()
                        .filter(card ->
                                within.isEmpty() || card.region().value().equals(within.get()))
                        .map(card -> line(mail, card)))
                .limit(SHOWN)
                .toList();
    }

    private OutboxLine line(Mail mail, EventCard card) {
        Instant finished = mail.finishedAt();
        return new OutboxLine(
                mail.cause(),
                card.event(),
                card.title(),
                mail.wish().kind(),
                mail.status(),
                mail.stopped(),
                mail.attempts(),
                finished == null ? mail.wish().at() : finished,
                finished == null ? mail.nextAttemptAt() : null,
                mail.subject(),
                people.find(mail.wish().to()).map(Person::name).orElse("Someone"));
    }
}
