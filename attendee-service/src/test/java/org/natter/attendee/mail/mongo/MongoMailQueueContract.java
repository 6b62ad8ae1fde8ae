package org.natter.attendee.mail.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.mail.MailQueue;
import org.natter.attendee.mail.MailQueueContract;
import org.natter.attendee.mail.MailboxRecords;
import org.natter.attendee.mail.MailboxRecordsContract;
import org.natter.attendee.mail.PostOffice;
import org.natter.attendee.person.EmailAddress;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The queue on a store, whichever it is. */
abstract class MongoMailQueueContract extends MailQueueContract implements MailboxRecordsContract {

    private MongoTemplate template = new MongoTemplate(client(), "mail_queue_test");

    protected abstract MongoClient client();

    @Override
    protected MailQueue emptyQueue() {
        template = new MongoTemplate(client(), "mail_queue_test");
        template.getDb().drop();
        return new MongoMailQueue(template, MailFixture.links());
    }

    // A crash between the two writes of finishing leaves the row in both places.
    @Test
    void aFinishedRowLeftInTheQueueIsNotSentAgain() {
        var queue = emptyQueue();
        var first = aMailOnItsWay(queue);
        template.getCollection("mail").insertOne(MailDocument.of(first));

        var claimed = queue.claim(MailFixture.NOW.plusSeconds(9999), "sender", 5, Duration.ofMinutes(3));

        assertThat(claimed).isEmpty();
        assertThat(template.getCollection("mail_queue").countDocuments()).isZero();
    }

    @Override
    public MailboxRecords emptyRecords() {
        emptyQueue();
        return new MongoMailboxRecords(template);
    }

    @Test
    void noAddressIsStoredWithARefusal() {
        emptyRecords().rememberRefusal(new EmailAddress("wren@college.example"), MailFixture.NOW);

        assertThat(template.getCollection("mail_refused").find().first().toJson())
                .doesNotContain("wren");
    }

    /** What a mail said and the links in it are in its receiver's hands alone. */
    @Test
    void whatIsKeptOfAMailIsNoBodyNoLinkAndNoAddress() {
        aMailOnItsWay(emptyQueue());

        var kept = template.getCollection("mail_queue").find().first();
        assertThat(kept.keySet())
                .containsExactlyInAnyOrder(
                        "_id",
                        "v",
                        "mark",
                        "status",
                        "nextAttemptAt",
                        "kind",
                        "to",
                        "generation",
                        "detail",
                        "at",
                        "notBefore",
                        "validUntil",
                        "attempts",
                        "unknowns",
                        "stopped",
                        "subject",
                        "event",
                        "attendance",
                        "told",
                        "goingTo",
                        "claimedBy",
                        "claimedUntil",
                        "aheadSince",
                        "finishedAt");
        assertThat(kept).containsEntry("to", MailFixture.WREN.value());
        assertThat(kept.toJson()).doesNotContain("http", "@", "Wren");
    }

    @Override
    protected List<Mail> rows() {
        return Stream.of("mail_queue", "mail")
                .flatMap(collection -> rowsOf(collection).stream())
                .toList();
    }

    @Override
    protected List<Mail> rowsInTheQueue() {
        return rowsOf("mail_queue");
    }

    @Override
    protected void crashWhileFinishing(Mail finished, Gap gap) {
        var row = MailDocument.of(finished);
        template.getCollection("mail_queue").replaceOne(new Document("_id", finished.cause()), row);
        if (gap == Gap.BEFORE_IT_IS_TAKEN_FROM_THE_QUEUE) {
            template.getCollection("mail").insertOne(row);
        }
    }

    private List<Mail> rowsOf(String collection) {
        return template.getCollection(collection)
                .find()
                .map(MailDocument::toMail)
                .into(new ArrayList<>());
    }

    private Mail aMailOnItsWay(MailQueue queue) {
        new PostOffice(queue, () -> {}).signIn(MailFixture.WREN, "00000000000000000000000000000009", MailFixture.NOW);
        return rows().get(0);
    }
}
