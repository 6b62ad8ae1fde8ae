package org.natter.attendee.mail.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailBook;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonalLinks;
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
    private final PersonalLinks links;
    private volatile boolean indexed;

    MongoMailBook(MongoOperations store, PersonalLinks links) {
        this.links = links;
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
    public Position place(Mail mail) {
        return new Position(mail.wish().at(), links.mark(mail.cause()));
    }

    @Override
    public Optional<Mail> find(MailFilter filter, Position place) {
        var there = new TreeMap<Position, Mail>();
        readMoments(filter, Set.of(place.at()), there);
        return Optional.ofNullable(there.get(place));
    }

    @Override
    public List<Mail> older(MailFilter filter, @Nullable Position than, int atMost) {
        var behind = new TreeMap<Position, Mail>(Comparator.reverseOrder());
        var moments = new HashSet<Instant>();
        var beyond = than == null ? new Document() : lt("at", Date.from(than.at()));
        readNearest(and(those(filter), beyond), Sorts.descending("at"), atMost, behind, moments);
        return withMoments(filter, than, atMost, behind, moments);
    }

    @Override
    public List<Mail> newer(MailFilter filter, Position than, int atMost) {
        var before = new TreeMap<Position, Mail>();
        var moments = new HashSet<Instant>();
        var beyond = gt("at", Date.from(than.at()));
        readNearest(and(those(filter), beyond), Sorts.ascending("at"), atMost, before, moments);
        return withMoments(filter, than, atMost, before, moments);
    }

    /** @param cut gets the moments of which there may be more mails */
    private void readNearest(Bson chosen, Bson sort, int atMost, Map<Position, Mail> found, Set<Instant> cut) {
        for (var rows : collections()) {
            var nearest = rows.find(chosen)
                    .sort(sort)
                    .limit(atMost)
                    .map(MailDocument::toMail)
                    .into(new ArrayList<>());
            nearest.forEach(mail -> found.put(place(mail), mail));
            if (nearest.size() == atMost) {
                cut.add(nearest.get(atMost - 1).wish().at());
            }
        }
    }

    /** The store knows no marks: of the moment of the place itself, and of those where reading was cut off, all mails are read. */
    private List<Mail> withMoments(
            MailFilter filter,
            @Nullable Position than,
            int atMost,
            NavigableMap<Position, Mail> found,
            Set<Instant> moments) {
        if (than != null) {
            moments.add(than.at());
        }
        readMoments(filter, moments, found);
        return (than == null ? found : found.tailMap(than, false))
                .values().stream().limit(atMost).toList();
    }

    /** A mail that is just being finished stands in both collections; what is done comes last and counts. */
    private void readMoments(MailFilter filter, Set<Instant> moments, Map<Position, Mail> found) {
        if (!moments.isEmpty()) {
            var dates = moments.stream().map(Date::from).toList();
            for (var rows : collections()) {
                rows.find(and(those(filter), in("at", dates)))
                        .map(MailDocument::toMail)
                        .forEach(mail -> found.put(place(mail), mail));
            }
        }
    }

    private static Bson those(MailFilter filter) {
        var events = filter.events().stream().map(EventId::value).toList();
        return and(in("event", events), in("status", MailDocument.names(filter.statuses())));
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
