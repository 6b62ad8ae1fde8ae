package org.natter.attendee.mail;

import java.time.Instant;
import java.time.LocalDate;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.PersonId;

/** What the post office remembers about mailboxes, without keeping an address. */
public interface MailboxRecords {

    /** Whether this mailbox refused us for good before. */
    boolean refusedUs(EmailAddress mailbox);

    void rememberRefusal(EmailAddress mailbox, Instant at);

    /**
     * Takes the one mail that a person may get on a day outside the booking stream.
     *
     * @return whether it is this cause's, now or since an earlier try
     */
    boolean takeDay(PersonId person, LocalDate day, String cause);

    /** Whether a mail whose cause begins like this took a day from the first to before the last. */
    boolean tookADay(PersonId person, LocalDate first, LocalDate last, String causes);
}
