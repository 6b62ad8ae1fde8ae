package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.natter.attendee.person.AttendanceId;

/**
 * The rows behind the post office: one a cause, for ever. Only unfinished rows are ever looked through.
 *
 * <p>Several senders in several processes may use it at once: a claim and every later change is one conditional write.
 */
public interface MailQueue {

    /** Adds a first row; false if there is or was one with this cause, finished or not. */
    boolean add(Mail first);

    /**
     * Takes mails that are due, the longest waiting first but not exactly: two senders rarely want the same ones.
     *
     * @param by the sender's own name
     * @param lease how long it may hold them
     * @return at most so many, as claimed; no other sender got any of them
     */
    List<Mail> claim(Instant now, String by, int atMost, Duration lease);

    /** Writes what became of a mail, if it still stands as it did one change before; false if not. */
    boolean write(Mail next);

    /** Writes a result that is certain, such as an accepted mail, over whatever stands there unfinished. */
    void writeForSure(Mail result);

    /** The row of this cause, finished or not. */
    default Optional<Mail> find(String cause) {
        return Optional.ofNullable(find(List.of(cause)).get(cause));
    }

    /** The rows of these causes, finished or not. */
    Map<String, Mail> find(Collection<String> causes);

    /**
     * What is to be sent about this attendance and is not leaving, though a sender may have taken it already to look at it:
     * what is written over that is no longer the sender's. What was lost before and is tried once more is among it.
     */
    List<Mail> waiting(AttendanceId about);

    /** Mails whose sender must have died. */
    List<Mail> stuck(Instant now);

    /** Finishes what a crash left half finished. */
    void finishLeftOvers();
}
