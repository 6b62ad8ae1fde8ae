package org.natter.attendee.mail.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static org.natter.attendee.mail.mongo.MailDocument.MARK;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
import org.natter.attendee.mail.StopReason;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonalLinks;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The book over both collections of the queue. The counts are read by an index of their own. A page is read by the mails'
 * moments, from its place on, past those of other events and statuses; where there are few of the statuses asked for, by
 * these, so that never many are passed by for few.
 *
 * <p>A row's mark is written with it, so that the store sorts by it. Rows of earlier releases get theirs when somebody looks
 * at their moment.
 */
@Component
class MongoMailBook implements MailBook {

    private static final Comparator<Placed> OLDEST_FIRST = Comparator.comparing(Placed::place);

    /** Of both, under the names that the driver gives them. */
    private static final Set<String> EARLIER_INDEXES =
            Set.of("event_1_at_-1__id_-1", "event_1_at_-1_mark_-1", "event_1_status_1", "at_-1");

    /** The same as {@link Mail#didNotArrive}, asked so that an index by status serves it. */
    private static final Bson DID_NOT_ARRIVE = and(
            in("status", MailDocument.names(Set.of(MailStatus.BOUNCED, MailStatus.GIVEN_UP, MailStatus.STOPPED))),
            or(ne("status", MailStatus.STOPPED.name()), eq("stopped", StopReason.MAILBOX_REFUSED.name())));

    private static final int FEW = 1_000;

    private static final int NO_SUCH_INDEX = 27;

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
    public Optional<Mail> find(Position place) {
        var there = findMarked(place);
        return there.isEmpty() && mark(ne("event", null), Set.of(place.at())) ? findMarked(place) : there;
    }

    private Optional<Mail> findMarked(Position place) {
        var found = new Found();
        for (var rows : collections()) {
            rows.find(and(at(place), eq(MARK, place.mark()), ne("event", null))).forEach(found::add);
        }
        return found.nearest(OLDEST_FIRST, 1).stream().map(Placed::mail).findFirst();
    }

    @Override
    public List<Placed> inVain(Set<EventId> events) {
        var found = new Found();
        var those = and(ofTheirs(events), DID_NOT_ARRIVE);
        for (var rows : events.isEmpty() ? List.<MongoCollection<Document>>of() : collections()) {
            found.addAll(rows.find(those));
        }
        return found.nearest(OLDEST_FIRST.reversed(), Integer.MAX_VALUE);
    }

    @Override
    public List<Placed> older(MailFilter filter, @Nullable Position than, int atMost) {
        return nearest(filter, than, atMost, true);
    }

    @Override
    public List<Placed> newer(MailFilter filter, Position than, int atMost) {
        return nearest(filter, than, atMost, false);
    }

    /** Looks again if there were mails that could not be sorted by their marks yet. */
    private List<Placed> nearest(MailFilter filter, @Nullable Position than, int atMost, boolean older) {
        var found = read(filter, than, atMost, older);
        var order = older ? OLDEST_FIRST.reversed() : OLDEST_FIRST;
        var nearest = found.nearest(order, atMost);
        var moments = new HashSet<>(found.unmarked);
        if (than != null) {
            moments.add(than.at());
        }
        if (nearest.size() == atMost) {
            moments.add(nearest.get(atMost - 1).place().at());
        }
        return mark(ofTheirs(filter), moments)
                ? read(filter, than, atMost, older).nearest(order, atMost)
                : nearest;
    }

    /** Of the place's own moment those beyond it, then those of the moments beyond. */
    private Found read(MailFilter filter, @Nullable Position than, int atMost, boolean older) {
        var found = new Found();
        for (var rows : collections()) {
            var those = isFew(rows, filter) ? those(filter) : and(ofTheirs(filter), notOfOthers(filter));
            var room = atMost;
            if (than != null) {
                var beyond = older ? lt(MARK, than.mark()) : gt(MARK, than.mark());
                room -= found.addAll(rows.find(and(those, at(than), beyond))
                        .sort(sort(older, MARK))
                        .limit(room));
            }
            if (room > 0) {
                found.addAll(rows.find(and(those, beyond(than, older)))
                        .sort(sort(older, "at", MARK))
                        .limit(room));
            }
        }
        return found;
    }

    private static Bson at(Position place) {
        return eq("at", Date.from(place.at()));
    }

    private static Bson beyond(@Nullable Position than, boolean older) {
        if (than == null) {
            return new Document();
        }
        var at = Date.from(than.at());
        return older ? lt("at", at) : gt("at", at);
    }

    private static Bson sort(boolean older, String... fields) {
        return older ? Sorts.descending(fields) : Sorts.ascending(fields);
    }

    /** Gives the mails of these moments that an earlier release wrote their marks; false if all have them. */
    private boolean mark(Bson theirs, Set<Instant> moments) {
        var dates = moments.stream().map(Date::from).toList();
        var marked = false;
        for (var rows : dates.isEmpty() ? List.<MongoCollection<Document>>of() : collections()) {
            var marks = rows.find(and(theirs, in("at", dates), eq(MARK, null)))
                    .projection(Projections.include("_id"))
                    .map(row -> row.getString("_id"))
                    .map(cause -> new UpdateOneModel<Document>(eq("_id", cause), Updates.set(MARK, links.mark(cause))))
                    .into(new ArrayList<>());
            if (!marks.isEmpty()) {
                rows.bulkWrite(marks, new BulkWriteOptions().ordered(false));
                marked = true;
            }
        }
        return marked;
    }

    private static Bson ofTheirs(MailFilter filter) {
        return ofTheirs(filter.events());
    }

    private static Bson ofTheirs(Set<EventId> events) {
        return in("event", events.stream().map(EventId::value).toList());
    }

    private static boolean isFew(MongoCollection<Document> rows, MailFilter filter) {
        return filter.statuses().size() < MailStatus.values().length
                && rows.countDocuments(
                                in("status", MailDocument.names(filter.statuses())), new CountOptions().limit(FEW))
                        < FEW;
    }

    /** The same statuses, said so that no index by status is taken for it: that would have to be sorted, all of it. */
    private static Bson notOfOthers(MailFilter filter) {
        var others = EnumSet.allOf(MailStatus.class);
        others.removeAll(filter.statuses());
        return nin("status", MailDocument.names(others));
    }

    private static Bson those(MailFilter filter) {
        return and(ofTheirs(filter), in("status", MailDocument.names(filter.statuses())));
    }

    /** What is done comes last. Indexed on first use, so that the service starts before its store does. */
    private List<MongoCollection<Document>> collections() {
        if (!indexed) {
            for (var rows : List.of(queue, done)) {
                rows.createIndex(Indexes.descending("at", MARK));
                dropEarlierIndexes(rows);
            }
            done.createIndex(Indexes.ascending("status", "event"));
            indexed = true;
        }
        return List.of(queue, done);
    }

    /** Each would cost every mail a write for nobody. */
    private static void dropEarlierIndexes(MongoCollection<Document> rows) {
        for (var index : rows.listIndexes().into(new ArrayList<>())) {
            if (EARLIER_INDEXES.contains(index.getString("name"))) {
                try {
                    rows.dropIndex(index.getString("name"));
                } catch (MongoCommandException e) {
                    if (e.getErrorCode() != NO_SUCH_INDEX) { // another process was quicker
                        throw e;
                    }
                }
            }
        }
    }

    /** Mails that were read; one that is just being finished stands in both collections, and what is done counts. */
    private final class Found {

        private final Map<String, Placed> byCause = new HashMap<>();
        private final Set<Instant> unmarked = new HashSet<>();

        int addAll(Iterable<Document> rows) {
            var added = 0;
            for (var row : rows) {
                add(row);
                added++;
            }
            return added;
        }

        void add(Document row) {
            var mail = MailDocument.toMail(row);
            var mark = row.getString(MARK);
            if (mark == null) {
                unmarked.add(mail.wish().at());
            }
            var place = new Position(mail.wish().at(), mark == null ? links.mark(mail.cause()) : mark);
            byCause.put(mail.cause(), new Placed(place, mail));
        }

        List<Placed> nearest(Comparator<Placed> order, int atMost) {
            return byCause.values().stream().sorted(order).limit(atMost).toList();
        }
    }
}
