package org.natter.attendee.mail.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailBook;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.person.EventId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The book over both collections of the queue. On MongoDB a page is read by its index and the counts by theirs; the embedded
 * store looks through every row for either, tens of milliseconds per hundred thousand mails.
 */
@Component
class MongoMailBook implements MailBook {

    private final MongoCollection<Document> queue;
    private final MongoCollection<Document> done;
    private volatile boolean indexed;

    MongoMailBook(MongoOperations store) {
        this.queue = store.getCollection("mail_queue");
        this.done = store.getCollection("mail");
    }

    @Override
    public Map<EventId, Map<MailStatus, Integer>> counts(Set<MailStatus> statuses) {
        var counts = new HashMap<EventId, Map<MailStatus, Integer>>();
        var eventAndStatus = new Document("event", "$event").append("status", "$status");
        for (var rows : collections()) {
            rows.aggregate(List.of(
                            Aggregates.match(and(in("status", MailDocument.names(statuses)), ne("event", null))),
                            Aggregates.group(eventAndStatus, Accumulators.sum("mails", 1))))
                    .forEach(group -> add(group, counts));
        }
        return counts;
    }

    private static void add(Document group, Map<EventId, Map<MailStatus, Integer>> counts) {
        var of = group.get("_id", Document.class);
        counts.computeIfAbsent(new EventId(of.getString("event")), event -> new EnumMap<>(MailStatus.class))
                .merge(
                        MailStatus.valueOf(of.getString("status")),
                        group.get("mails", Number.class).intValue(),
                        Integer::sum);
    }

    @Override
    public Optional<Mail> find(String cause) {
        return read(and(eq("_id", cause), ne("event", null)), Sorts.ascending("_id"), NEWEST_FIRST, 1).stream()
                .findFirst();
    }

    @Override
    public List<Mail> older(MailFilter filter, @Nullable Position than, int atMost) {
        var behind = than == null
                ? new Document()
                : or(lt("at", date(than)), and(eq("at", date(than)), lt("_id", than.cause())));
        return read(and(those(filter), behind), Sorts.descending("at", "_id"), NEWEST_FIRST, atMost);
    }

    @Override
    public List<Mail> newer(MailFilter filter, Position than, int atMost) {
        var before = or(gt("at", date(than)), and(eq("at", date(than)), gt("_id", than.cause())));
        return read(and(those(filter), before), Sorts.ascending("at", "_id"), NEWEST_FIRST.reversed(), atMost);
    }

    /** A mail that is just being finished stands in both collections; what is done counts. */
    private List<Mail> read(Bson chosen, Bson sort, Comparator<Mail> order, int atMost) {
        var found = new LinkedHashMap<String, Mail>();
        for (var rows : collections()) {
            rows.find(chosen)
                    .sort(sort)
                    .limit(atMost)
                    .map(MailDocument::toMail)
                    .forEach(mail -> found.put(mail.cause(), mail));
        }
        return found.values().stream().sorted(order).limit(atMost).toList();
    }

    private static Bson those(MailFilter filter) {
        var events = filter.events().stream().map(EventId::value).toList();
        return and(in("event", events), in("status", MailDocument.names(filter.statuses())));
    }

    private static Date date(Position place) {
        return Date.from(place.at());
    }

    /** What is done comes last. Indexed on first use, so that the service starts before its store does. */
    private List<MongoCollection<Document>> collections() {
        if (!indexed) {
            done.createIndex(Indexes.compoundIndex(Indexes.ascending("event"), Indexes.descending("at", "_id")));
            done.createIndex(Indexes.ascending("status", "event"));
            indexed = true;
        }
        return List.of(queue, done);
    }
}
