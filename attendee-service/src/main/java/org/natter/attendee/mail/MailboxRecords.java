package org.natter.attendee.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.PersonId;

/** What the post office remembers about mailboxes and their owners' wishes, without keeping an address. */
public interface MailboxRecords {

    /** When this mailbox last refused us for good, unless that was forgotten. */
    Optional<Instant> refusedUs(EmailAddress mailbox);

    void rememberRefusal(EmailAddress mailbox, Instant at);

    /** From now on it is written to like any other. */
    void forgetRefusal(EmailAddress mailbox);

    /** No more feedback mail about this attendance's event. Twice is once. */
    void stopAsking(AttendanceId attendance, Instant at);

    /** No more feedback mail about any event. Twice is once. */
    void stopAsking(PersonId person, Instant at);

    /** Feedback mail about this attendance's event again, unless its person wants none at all. Twice is once. */
    void askAgain(AttendanceId attendance);

    /** Feedback mail again, but about the events that were stopped one by one. Twice is once. */
    void askAgain(PersonId person);

    boolean isNotToBeAsked(AttendanceId attendance);

    boolean isNotToBeAsked(PersonId person);

    /**
     * Takes the one mail that a person may get on a day outside the booking stream.
     *
     * @return whether it is this cause's, now or since an earlier try
     */
    boolean takeDay(PersonId person, LocalDate day, String cause);

    /** Whether a mail whose cause begins like this took a day from the first to before the last. */
    boolean tookADay(PersonId person, LocalDate first, LocalDate last, String causes);

    /** Forgets the days that were over everywhere by then. */
    void forgetDaysTakenBefore(Instant then);
}
