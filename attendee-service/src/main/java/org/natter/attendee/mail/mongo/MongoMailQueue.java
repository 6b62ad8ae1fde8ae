package org.natter.attendee.mail.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailQueue;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.PersonalLinks;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The queue as two collections: what is unfinished, and what is done.
 *
 * <p>A row is finished where it stands, so that of a sender and whoever stops it one is first; then it is written among the
 * done, and then taken from the queue. What a crash leaves in between is finished at the next look for what is stuck. A claim
 * looks among the done, so a row that slips back into the queue by a repeated wish is never sent again.
 */
@Component
class MongoMailQueue implements MailQueue {

    /** So many due ones are known ahead, since each look for them passes the whole queue where the store has no index. */
    private static final int AHEAD = 100;

    /** What was seen longer ago is looked for anew: what became due since is not to wait behind it for long. */
    private static final Duration SEEN_LATELY = Duration.ofSeconds(5);

    private final MongoCollection<Document> queue;
    private final MongoCollection<Document> done;
    private final PersonalLinks links;
    private final Deque<Mail> ahead = new ArrayDeque<>();
    private Instant seenAt = Instant.MIN;
    private volatile boolean indexed;

    MongoMailQueue(MongoOperations store, PersonalLinks links) {
        this.links = links;
        var durable = WriteConcern.MAJORITY.withJournal(true);
        this.queue = store.getCollection("mail_queue").withWriteConcern(durable);
        this.done = store.getCollection("mail").withWriteConcern(durable);
    }

    @Override
    public boolean add(Mail first) {
        return !isDone(first.cause()) && Inserts.unlessThere(queue(), MailDocument.of(first, links));
    }

    /**
     * One sender of this process at a time, so that they never want the same ones; another process may. Whatever changed
     * since it was seen is not claimed, for the claim is made on the row as it was seen.
     */
    @Override
    public synchronized List<Mail> claim(Instant now, String by, int atMost, Duration lease) {
        if (now.isAfter(seenAt.plus(SEEN_LATELY)) || now.isBefore(seenAt)) {
            ahead.clear();
        }
        var claimed = claimAhead(now, by, atMost, lease);
        if (claimed.isEmpty()) {
            lookAhead(now);
            claimed = claimAhead(now, by, atMost, lease);
        }
        return claimed;
    }

    /** Of those known ahead the first that are free; empty only if none of them is. */
    private List<Mail> claimAhead(Instant now, String by, int atMost, Duration lease) {
        List<Mail> claimed = List.of();
        while (claimed.isEmpty() && !ahead.isEmpty()) {
            var wanted = new ArrayList<Mail>();
            while (wanted.size() < atMost && !ahead.isEmpty()) {
                wanted.add(ahead.remove().claimed(by, now.plus(lease)));
            }
            claimed = withoutLeftOvers(claimed(wanted, by));
        }
        return claimed;
    }

    private void lookAhead(Instant now) {
        List<Mail> due = queue().find(and(
                        in("status", MailDocument.names(Mail.CLAIMABLE)),
                        lte("nextAttemptAt", Date.from(now)),
                        eq("finishedAt", null)))
                .sort(Sorts.ascending("nextAttemptAt"))
                .limit(AHEAD)
                .map(MailDocument::toMail)
                .into(new ArrayList<>());
        Collections.shuffle(due); // so that several processes do not all want the same few
        seenAt = now;
        due.stream().filter(mail -> mail.isDueAt(now)).forEach(ahead::add);
    }

    /** Those of the wanted ones that were still free. */
    private List<Mail> claimed(List<Mail> wanted, String by) {
        var claims = wanted.stream().map(MongoMailQueue::claimOf).toList();
        var taken = queue().bulkWrite(claims, new BulkWriteOptions().ordered(false));
        if (taken.getMatchedCount() == wanted.size()) {
            return wanted;
        }
        var versions = new HashMap<String, Long>();
        queue().find(and(in("_id", causes(wanted)), eq("claimedBy", by)))
                .projection(Projections.include("v"))
                .forEach(row -> versions.put(row.getString("_id"), row.getLong("v")));
        return wanted.stream()
                .filter(mail -> Objects.equals(versions.get(mail.cause()), mail.v()))
                .toList();
    }

    private static UpdateOneModel<Document> claimOf(Mail mail) {
        return new UpdateOneModel<>(before(mail), new Document("$set", fields(mail)));
    }

    @Override
    public boolean write(Mail next) {
        if (!replace(next)) {
            return false;
        }
        if (next.isFinished()) {
            finish(next);
        }
        return true;
    }

    @Override
    public void writeForSure(Mail result) {
        if (result.isFinished()) {
            finish(result);
        } else {
            queue().replaceOne(eq("_id", result.cause()), MailDocument.of(result, links));
        }
    }

    /** What is done is what counts, should a row be in both for a moment: so it is read after the queue, and over it. */
    @Override
    public Map<String, Mail> find(Collection<String> causes) {
        var found = new HashMap<String, Mail>();
        for (var rows : causes.isEmpty() ? List.<MongoCollection<Document>>of() : List.of(queue(), done)) {
            rows.find(in("_id", causes)).map(MailDocument::toMail).forEach(mail -> found.put(mail.cause(), mail));
        }
        return found;
    }

    @Override
    public List<Mail> waiting(AttendanceId about) {
        return queue().find(and(
                        eq("attendance", about.value()),
                        in("status", MailDocument.names(Mail.WAITING)),
                        eq("finishedAt", null)))
                .map(MailDocument::toMail)
                .into(new ArrayList<>());
    }

    @Override
    public List<Mail> stuck(Instant now) {
        return queue().find(and(in("status", MailDocument.names(Mail.HELD)), lt("claimedUntil", Date.from(now))))
                .map(MailDocument::toMail)
                .into(new ArrayList<>());
    }

    /** One that is being finished this moment may be among them: it is finished twice, which is once. */
    @Override
    public void finishLeftOvers() {
        queue().find(and(ne("finishedAt", null), gt("finishedAt", new Date(0))))
                .map(MailDocument::toMail)
                .into(new ArrayList<>())
                .forEach(this::finish);
    }

    private List<Mail> withoutLeftOvers(List<Mail> claimed) {
        var leftOver = new HashSet<String>();
        if (!claimed.isEmpty()) {
            done.find(in("_id", causes(claimed)))
                    .projection(Projections.include("_id"))
                    .forEach(row -> leftOver.add(row.getString("_id")));
        }
        if (!leftOver.isEmpty()) {
            queue().deleteMany(in("_id", leftOver));
        }
        return claimed.stream().filter(mail -> !leftOver.contains(mail.cause())).toList();
    }

    private static List<String> causes(List<Mail> mails) {
        return mails.stream().map(Mail::cause).toList();
    }

    private boolean isDone(String cause) {
        return done.find(eq("_id", cause))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    private boolean replace(Mail next) {
        return queue().updateOne(before(next), new Document("$set", fields(next)))
                        .getMatchedCount()
                == 1;
    }

    /** The row as it stood one change before. */
    private static Bson before(Mail next) {
        return and(eq("_id", next.cause()), eq("v", next.v() - 1));
    }

    /** The version is set last: the embedded store shows a row while its fields are being set, one after the other. */
    private static Document fields(Mail next) {
        var fields = MailDocument.of(next);
        fields.remove("_id");
        fields.append("v", fields.remove("v"));
        return fields;
    }

    private void finish(Mail finished) {
        Inserts.unlessThere(done, MailDocument.of(finished, links));
        queue().deleteOne(eq("_id", finished.cause()));
    }

    /** Indexed on first use, so that the service starts before its store does. */
    private MongoCollection<Document> queue() {
        if (!indexed) {
            queue.createIndex(Indexes.ascending("status", "nextAttemptAt"));
            queue.createIndex(Indexes.ascending("status", "claimedUntil"));
            queue.createIndex(Indexes.ascending("attendance"));
            queue.createIndex(Indexes.ascending("finishedAt"));
            indexed = true;
        }
        return queue;
    }
}
