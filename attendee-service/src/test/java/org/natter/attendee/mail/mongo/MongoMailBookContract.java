package org.natter.attendee.mail.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailBook;
import org.natter.attendee.mail.MailBook.MailFilter;
import org.natter.attendee.mail.MailBookContract;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.mail.MailPage;
import org.natter.attendee.mail.MailQueue;
import org.natter.attendee.mail.MailStatus;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The book on a store, whichever it is. */
abstract class MongoMailBookContract extends MailBookContract {

    private MongoTemplate template = new MongoTemplate(client(), "mail_book_test");

    protected abstract MongoClient client();

    @Override
    protected MailQueue emptyQueue() {
        template = new MongoTemplate(client(), "mail_book_test");
        template.getDb().drop();
        return new MongoMailQueue(template);
    }

    @Override
    protected MailBook book() {
        return new MongoMailBook(template, MailFixture.links());
    }

    // A crash between the two writes of finishing leaves the row in both places.
    @Test
    void aMailThatIsJustBeingFinishedIsShownOnceAsDone() {
        var asked = ask("booked/0", MailFixture.RIVERSIDE, 0);
        template.getCollection("mail")
                .insertOne(MailDocument.of(asked).append("status", "SENT").append("finishedAt", new Date()));

        var page = MailPage.newest(
                book(), new MailFilter(Set.of(MailFixture.RIVERSIDE), EnumSet.allOf(MailStatus.class)), 9);

        assertThat(page.mails()).extracting(Mail::status).containsExactly(MailStatus.SENT);
    }
}
