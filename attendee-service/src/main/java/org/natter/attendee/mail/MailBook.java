package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.EventId;

/**
 * Every mail about an event, finished or not, to be looked at alone. A mail's place in the book never changes: it is when the
 * mail was asked for, then its cause. Sign-in mails belong to no event and are not in it.
 */
public interface MailBook {

    /** Newest first. */
    Comparator<Mail> NEWEST_FIRST = Comparator.comparing(
                    (Mail mail) -> mail.wish().at())
            .thenComparing(Mail::cause)
            .reversed();

    /** How many mails each event has, by status; what has none is left out. Seldom one too many, just as a mail is finished. */
    Map<EventId, Map<MailStatus, Integer>> counts();

    /** The mails just behind this place, or from the newest on; newest first. */
    List<Mail> older(Which which, @Nullable Place than, int atMost);

    /** The mails just before this place; the one next to it first. */
    List<Mail> newer(Which which, Place than, int atMost);

    /** Which mails: about one of these events and in one of these statuses. */
    record Which(Set<EventId> events, Set<MailStatus> statuses) {
        public Which {
            events = Set.copyOf(events);
            statuses = Set.copyOf(statuses);
        }
    }

    /** A mail's place in the book. */
    record Place(Instant at, String cause) {

        static Place of(Mail mail) {
            return new Place(mail.wish().at(), mail.cause());
        }
    }
}
