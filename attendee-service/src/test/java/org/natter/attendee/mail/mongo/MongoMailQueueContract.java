package org.natter.attendee.mail.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.mail.MailQueue;
import org.natter.attendee.mail.MailQueueContract;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.mail.Posting;
import org.natter.attendee.person.EmailAddress;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The queue on a store, whichever it is. */
abstract class MongoMailQueueContract extends MailQueueContract {

    private MongoTemplate template = new MongoTemplate(client(), "mail_queue_test");

    protected abstract MongoClient client();

    @Override
    protected MailQueue emptyQueue() {
        template = new MongoTemplate(client(), "mail_queue_test");
        template.getDb().drop();
        return new MongoMailQueue(template);
    }

    // A crash between the two writes of finishing leaves the row in both places.
    @Test
    void aFinishedRowLeftInTheQueueIsNotSentAgain() {
        MailQueue queue = emptyQueue();
        Mail first = aMailOnItsWay(queue);
        template.getCollection("mail").insertOne(MailDocument.of(first));

        List<Mail> claimed = queue.claim(MailFixture.NOW.plusSeconds(9999), "sender", 5, Duration.ofMinutes(3));

        assertThat(claimed).isEmpty();
        assertThat(template.getCollection("mail_queue").countDocuments()).isZero();
    }

    @Test
    void aMailboxThatRefusedUsIsRememberedWithoutItsAddress() {
        emptyQueue();
        MongoMailboxRecords mailboxes = new MongoMailboxRecords(template);
        EmailAddress wren = new EmailAddress("wren@college.example");

        mailboxes.rememberRefusal(wren, MailFixture.NOW);
        mailboxes.rememberRefusal(wren, MailFixture.NOW);

        assertThat(mailboxes.refusedUs(wren)).isTrue();
        assertThat(mailboxes.refusedUs(new EmailAddress("samir@college.example")))
                .isFalse();
        assertThat(template.getCollection("mail_refused").find().first().toJson())
                .doesNotContain("wren");
    }

    @Test
    void aDayIsTakenByOneCause() {
        emptyQueue();
        MongoMailboxRecords mailboxes = new MongoMailboxRecords(template);
        LocalDate day = LocalDate.of(2026, 10, 16);

        assertThat(mailboxes.takeDay(MailFixture.WREN, day, "one")).isTrue();
        assertThat(mailboxes.takeDay(MailFixture.WREN, day, "two")).isFalse();
        assertThat(mailboxes.takeDay(MailFixture.WREN, day, "one")).isTrue();
        assertThat(mailboxes.takeDay(MailFixture.WREN, day.plusDays(1), "two")).isTrue();
        assertThat(mailboxes.takeDay(MailFixture.SAMIR, day, "two")).isTrue();
    }

    private Mail aMailOnItsWay(MailQueue queue) {
        new Posting(queue, () -> {})
                .ask(MailRequest.signIn("00000000000000000000000000000009", MailFixture.WREN, MailFixture.NOW));
        return queue.latest(1).get(0);
    }
}
