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
 * mail was asked for, then a mark of its own that says nothing of its cause, since a cause says whose mail it is. Sign-in mails
 * belong to no event and are not in it.
 */
public interface MailBook {

    /** How many mails each event has in each of these statuses; what has none is left out. Seldom one too many, just as a mail is finished. */
    Map<EventId, Map<MailStatus, Integer>> counts(Set<MailStatus> statuses);

    /** The mail at this place, whatever it is about. */
    Optional<Mail> find(Position place);

    /**
     * All about these events that {@linkplain Mail#didNotArrive did not arrive}, newest first. No other is read: not what was
     * stopped for another reason, of which an event that is called off has many.
     */
    List<Placed> inVain(Set<EventId> events);

    /** The mails just behind this place, or from the newest on; newest first. */
    List<Placed> older(MailFilter filter, @Nullable Position than, int atMost);

    /** The mails just before this place; the one next to it first. */
    List<Placed> newer(MailFilter filter, Position than, int atMost);

    /** Which mails: about one of these events and in one of these statuses. */
    record MailFilter(Set<EventId> events, Set<MailStatus> statuses) {
        public MailFilter {
            events = Set.copyOf(events);
            statuses = Set.copyOf(statuses);
        }
    }

    /** A mail and where it stands. */
    record Placed(Position place, Mail mail) {}

    /**
     * A mail's place in the book.
     *
     * @param mark 32 hex letters, always the same for one mail
     */
    record Position(Instant at, String mark) implements Comparable<Position> {

        private static final Comparator<Position> OLDEST_FIRST =
                Comparator.comparing(Position::at).thenComparing(Position::mark);

        @Override
        public int compareTo(Position other) {
            return OLDEST_FIRST.compare(this, other);
        }
    }
}
