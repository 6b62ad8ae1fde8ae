package org.natter.attendee.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.mail.WhenAndWhere.Change;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.Person;

/**
 * Everything a mail is written from, as it stands at the moment of sending.
 *
 * @param reason why the event was called off, word for word; empty if it was not
 * @param others who else has a place or waits for one at the event with the same address, by name; for a mail about no
 *     event, who else reads mail there. None but who confirmed it
 * @param known how many people who come they have met before and may know of; none for most kinds
 */
public record LetterFacts(
        MailRequest wish,
        Person person,
        EmailAddress mailbox,
        Optional<EventCard> card,
        Optional<Booking> booking,
        Optional<String> reason,
        List<String> others,
        int known,
        Instant now) {

    public LetterFacts {
        others = List.copyOf(others);
    }

    /** The name that was given with the booking it is about; the person's own otherwise. */
    public String name() {
        var attendance = wish.attendance();
        return attendance == null ? person.name() : person.saidAt(attendance).name();
    }

    /**
     * The event as its reader may know it: how an online one is joined only with a place. A mail about no booking of anybody is
     * one that an organiser looks at beforehand.
     */
    public Optional<EventCard> told() {
        var withoutAPlace = wish.kind() == MailKind.CALLED_OFF
                || booking.filter(own -> !own.hasAPlace()).isPresent();
        return withoutAPlace ? card.map(EventCard::withoutAPlace) : card;
    }

    /** What has changed since its reader was last told, for a mail about that. */
    public Set<Change> changes() {
        return changes(wish, event(), booking);
    }

    /** What that is for whoever has this booking: another link is no change for somebody without a place. */
    static Set<Change> changes(MailRequest wish, EventCard card, Optional<Booking> booking) {
        return wish.told() == null
                ? wish.changes()
                : WhenAndWhere.of(card)
                        .since(wish.told(), booking.map(Booking::hasAPlace).orElse(true));
    }

    /** The event's facts, for kinds that are about an event. */
    public EventCard event() {
        return card.orElseThrow(() -> new IllegalStateException("no event known for " + wish.cause()));
    }
}
