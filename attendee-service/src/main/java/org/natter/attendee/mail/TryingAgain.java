package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;

/** What an organiser does about a mail that came back, once the address or our own mail server was put right. */
public final class TryingAgain {

    private static final int MOST = 10;

    private final MailboxRecords mailboxes;
    private final People people;
    private final PostOffice mails;

    public TryingAgain(MailboxRecords mailboxes, People people, PostOffice mails) {
        this.mailboxes = mailboxes;
        this.people = people;
        this.mails = mails;
    }

    /**
     * Writes to the mailbox again from now on, beginning with this mail. Pressing twice sends it once.
     *
     * @return false if the mail did not come back, or did so again and again
     */
    public boolean tryAgain(Mail mail, Instant now) {
        if (!mail.didNotArrive() || mail.wish().attempt() > MOST) {
            return false;
        }
        people.find(mail.wish().to()).flatMap(Person::mailbox).ifPresent(mailboxes::forgetRefusal);
        mails.ask(mail.wish().again(now));
        return true;
    }
}
