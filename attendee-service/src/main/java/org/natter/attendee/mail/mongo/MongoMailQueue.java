package org.natter.attendee.mail.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailQueue;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The queue as two collections: what is unfinished, and what is done.
 *
 * <p>A finished row is first written among the done and then taken from the queue; a claim looks among the done. So a row
 * that slips back into the queue just then, by a repeated wish or a crash between the two writes, is never sent again.
 */
@Component
class MongoMailQueue implements MailQueue {

    private static final int LOOK_AHEAD = 12;

    private final MongoCollection<Document> queue;
    private final MongoCollection<Document> done;
    private volatile boolean indexed;

    MongoMailQueue(MongoOperations store) {
        var durable = WriteConcern.MAJORITY.withJournal(true);
        this.queue = store.getCollection("mail_queue").withWriteConcern(durable);
        this.done = store.getCollection("mail").withWriteConcern(durable);
    }

    @Override
    public boolean add(Mail first) {
        return !isDone(first.cause()) && Inserts.unlessThere(queue(), MailDocument.of(first));
    }

    @Override
    public List<Mail> claim(Instant now, String by, int atMost, Duration lease) {
        List<Mail> due = queue().find(
                        and(in("status", MailDocument.names(Mail.CLAIMABLE)), lte("nextAttemptAt", Date.from(now))))
                .sort(Sorts.ascending("nextAttemptAt"))
                .limit(atMost * LOOK_AHEAD)
                .map(MailDocument::toMail)
                .into(new ArrayList<>());
        Collections.shuffle(due); // so that several senders do not all want the same few
        var claimed = new ArrayList<Mail>();
        for (var mail : due) {
            var mine = mail.claimed(by, now.plus(lease));
            if (claimed.size() < atMost && mail.isDueAt(now) && replace(mine)) {
                claimed.add(mine);
            }
        }
        claimed.removeIf(this::isLeftOver);
        return claimed;
    }

    @Override
    public boolean write(Mail next) {
        if (!next.isFinished()) {
            return replace(next);
        }
        var now = queue().find(eq("_id", next.cause())).first();
        if (now == null || now.getLong("v") != next.v() - 1) {
            return false;
        }
        finish(next);
        return true;
    }

    @Override
    public void writeForSure(Mail result) {
        if (result.isFinished()) {
            finish(result);
        } else {
            queue().replaceOne(eq("_id", result.cause()), MailDocument.of(result));
        }
    }

    @Override
    public List<Mail> stuck(Instant now) {
        return queue().find(and(in("status", MailDocument.names(Mail.HELD)), lt("claimedUntil", Date.from(now))))
                .map(MailDocument::toMail)
                .into(new ArrayList<>());
    }

    private boolean isLeftOver(Mail claimed) {
        var leftOver = isDone(claimed.cause());
        if (leftOver) {
            queue().deleteOne(eq("_id", claimed.cause()));
        }
        return leftOver;
    }

    private boolean isDone(String cause) {
        return done.find(eq("_id", cause)).first() != null;
    }

    /** The version is set last: the embedded store shows a row while its fields are being set, one after the other. */
    private boolean replace(Mail next) {
        var fields = MailDocument.of(next);
        fields.remove("_id");
        fields.append("v", fields.remove("v"));
        return queue().updateOne(and(eq("_id", next.cause()), eq("v", next.v() - 1)), new Document("$set", fields))
                        .getMatchedCount()
                == 1;
    }

    private void finish(Mail finished) {
        Inserts.unlessThere(done, MailDocument.of(finished));
        queue().deleteOne(eq("_id", finished.cause()));
    }

    /** Indexed on first use, so that the service starts before its store does. */
    private MongoCollection<Document> queue() {
        if (!indexed) {
            queue.createIndex(Indexes.ascending("status", "nextAttemptAt"));
            queue.createIndex(Indexes.ascending("status", "claimedUntil"));
            indexed = true;
        }
        return queue;
    }
}
