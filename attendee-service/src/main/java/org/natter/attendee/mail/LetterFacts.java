package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Optional;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.Person;

/**
 * Everything a mail is written from, as it stands at the moment of sending.
 *
 * @param reason why the event was called off, word for word; empty if it was not
 */
public record LetterFacts(
        MailRequest wish,
        Person person,
        EmailAddress mailbox,
        Optional<EventCard> card,
        Optional<Booking> booking,
        Optional<String> reason,
        Instant now) {

    /** The event's facts, for kinds that are about an event. */
    public EventCard event() {
        return card.orElseThrow(() -> new IllegalStateException("no event known for " + wish.cause()));
    }
}
