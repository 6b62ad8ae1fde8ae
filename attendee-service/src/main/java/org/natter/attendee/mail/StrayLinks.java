package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.People;

/** "This link isn't mine": its owner hears once that it reached somebody else, and nobody learns who that was. */
public final class StrayLinks {

    private final People people;
    private final PostOffice mails;

    public StrayLinks(People people, PostOffice mails) {
        this.people = people;
        this.mails = mails;
    }

    /** Somebody opened the link of this attendance, of this generation, and says it is not theirs. */
    public void reachedSomebodyElse(AttendanceId attendance, int generation, Instant now) {
        var cause = MailKind.NOT_THEIRS.word() + "/" + attendance;
        people.personOf(attendance)
                .ifPresent(owner -> owner.eventOf(attendance)
                        .ifPresent(event -> mails.ask(
                                MailRequest.about(MailKind.NOT_THEIRS, cause, owner.id(), event, attendance, now)
                                        .withGeneration(generation))));
    }
}
