package org.natter.attendee.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;

/**
 * "Stop these emails", and "ask me again": what somebody has switched off of the mails that ask something, by a mailed link or
 * signed in. What waits to be sent then is not sent, nor when they are asked again; what cannot be switched off still is. Each
 * button behind the link shows that the address is theirs.
 */
public final class SwitchingQuestions {

    private final People people;
    private final Bookings bookings;
    private final MailboxRecords mailboxes;

    public SwitchingQuestions(People people, Bookings bookings, MailboxRecords mailboxes) {
        this.people = people;
        this.bookings = bookings;
        this.mailboxes = mailboxes;
    }

    /** How much is switched off. */
    public enum Stopped {
        NOTHING,
        /** Feedback mail about the event of the link. */
        EVENT,
        /** Feedback mail about any event. */
        ALL
    }

    /** What a link is about, and what its owner has switched off. */
    public record Choice(EventId event, String title, Instant startsAt, Instant endsAt, ZoneId zone, Stopped stopped) {

        static Choice about(EventCard card, Stopped stopped) {
            return new Choice(card.event(), card.title(), card.startsAt(), card.endsAt(), card.zone(), stopped);
        }
    }

    /** Looking changes nothing; empty for an unknown or erased attendance. */
    public Optional<Choice> read(AttendanceId attendance) {
        return people.personOf(attendance)
                .flatMap(person ->
                        card(person, attendance).map(card -> Choice.about(card, stopped(person, attendance))));
    }

    /** No more feedback mail about this event, or about any. Nothing is switched on again by asking for less. */
    public Optional<Choice> stop(AttendanceId attendance, Stopped wish, Instant now) {
        people.personOf(attendance).ifPresent(person -> {
            people.noteUse(person);
            switch (wish) {
                case NOTHING -> {}
                case EVENT -> mailboxes.stopAsking(attendance, now);
                case ALL -> mailboxes.stopAsking(person.id(), now);
            }
        });
        return read(attendance);
    }

    /** Feedback mail again: whatever of it was stopped, about this event too. Other events stopped one by one stay so. */
    public Optional<Choice> askAgain(AttendanceId attendance) {
        people.personOf(attendance).ifPresent(person -> {
            people.noteUse(person);
            mailboxes.askAgain(person.id());
            mailboxes.askAgain(attendance);
        });
        return read(attendance);
    }

    /** Whether somebody is asked at all; looking changes nothing. Empty for nobody we know. */
    public Optional<Boolean> wanted(PersonId person) {
        return people.find(person).map(known -> !mailboxes.isNotToBeAsked(known.id()));
    }

    /** From now on they are asked, or not at all; what they said about one event alone stays. Empty for nobody we know. */
    public Optional<Boolean> want(PersonId person, boolean wanted, Instant now) {
        people.find(person).map(Person::id).ifPresent(known -> {
            if (wanted) {
                mailboxes.askAgain(known);
            } else {
                mailboxes.stopAsking(known, now);
            }
        });
        return wanted(person);
    }

    private Optional<EventCard> card(Person person, AttendanceId attendance) {
        return person.eventOf(attendance).flatMap(bookings::card);
    }

    private Stopped stopped(Person person, AttendanceId attendance) {
        if (mailboxes.isNotToBeAsked(person.id())) {
            return Stopped.ALL;
        }
        return mailboxes.isNotToBeAsked(attendance) ? Stopped.EVENT : Stopped.NOTHING;
    }
}
