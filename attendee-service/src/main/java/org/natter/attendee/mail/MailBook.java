package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** How many mails each event has in each of these statuses; what has none is left out. Seldom one too many, just as a mail is finished. */
    Map<EventId, Map<MailStatus, Integer>> counts(Set<MailStatus> statuses);

    /** The mail of this cause, if it is about an event. */
    Optional<Mail> find(String cause);

    /** The mails just behind this place, or from the newest on; newest first. */
    List<Mail> older(MailFilter filter, @Nullable Position than, int atMost);

    /** The mails just before this place; the one next to it first. */
    List<Mail> newer(MailFilter filter, Position than, int atMost);

    /** Which mails: about one of these events and in one of these statuses. */
    record MailFilter(Set<EventId> events, Set<MailStatus> statuses) {
        public MailFilter {
            events = Set.copyOf(events);
            statuses = Set.copyOf(statuses);
        }
    }

    /** A mail's place in the book. */
    record Position(Instant at, String cause) {

        static Position of(Mail mail) {
            return new Position(mail.wish().at(), mail.cause());
        }
    }
}
