package org.natter.attendee.history.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.natter.attendee.history.FeedbackAnswered;
import org.natter.attendee.history.HistoryEntries;
import org.natter.attendee.history.HistoryEntry;
import org.natter.attendee.history.InvitedToAnswer;
import org.natter.attendee.history.OutcomeReported;
import org.natter.attendee.person.AttendanceId;
import org.natter.messaging.Effect;
import org.natter.messaging.GuardedUpsert;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.ReadModel;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * One row per writer's attendance. Twice is once; an older answer never replaces a newer one; an outcome that comes before
 * its answer begins the row; after a crash the message comes again and is harmless.
 */
@Component
class HistoryEntryProjection implements HistoryEntries {

    private static final String ROWS = "history_entry";
    private static final String NAMED = "answer.met.who._id";

    private final ReadModel histories;
    private final GuardedUpsert rows;
    private final MongoOperations store;

    HistoryEntryProjection(ReadModel histories, MongoOperations store) {
        this.histories = histories;
        this.rows = histories.into(ROWS);
        this.store = store;
    }

    @Override
    public <T> T whole(Supplier<T> reading) {
        return histories.whole(reading);
    }

    @Override
    public Map<AttendanceId, HistoryEntry> of(Collection<AttendanceId> writers) {
        if (writers.isEmpty()) {
            return Map.of();
        }
        var asked = query(where("_id").in(values(writers)));
        asked.fields().include("answer", "outcomes", "invited");
        return store.find(asked, HistoryEntry.class, histories.present(ROWS)).stream()
                .collect(Collectors.toMap(entry -> new AttendanceId(entry.id()), Function.identity()));
    }

    @Override
    public Set<AttendanceId> naming(Collection<AttendanceId> writers, Collection<AttendanceId> named) {
        return naming(writers, named, "_id").keySet();
    }

    @Override
    public Map<AttendanceId, Set<AttendanceId>> amongThemselves(Collection<AttendanceId> writers) {
        return naming(writers, writers, NAMED);
    }

    private Map<AttendanceId, Set<AttendanceId>> naming(
            Collection<AttendanceId> writers, Collection<AttendanceId> named, String read) {
        var naming = new HashMap<AttendanceId, Set<AttendanceId>>();
        if (!writers.isEmpty() && !named.isEmpty()) {
            store.getCollection(histories.present(ROWS))
                    .find(Filters.and(Filters.in("_id", values(writers)), Filters.in(NAMED, values(named))))
                    .projection(Projections.include(read))
                    .forEach(row -> naming.put(new AttendanceId(row.getString("_id")), named(row)));
        }
        return naming;
    }

    private static Set<AttendanceId> named(Document row) {
        return row.get("answer", new Document()).getList("met", Document.class, List.of()).stream()
                .map(side -> new AttendanceId(side.get("who", Document.class).getString("_id")))
                .collect(Collectors.toSet());
    }

    private static List<String> values(Collection<AttendanceId> attendances) {
        return attendances.stream().map(AttendanceId::value).toList();
    }

    @Override
    public Effect on(FeedbackAnswered answer, MessageMetadata source) {
        return rows.write(answer.writer().value(), "answer", source, answer);
    }

    @Override
    public Effect on(OutcomeReported outcome, MessageMetadata source) {
        return rows.write(outcome.writer().value(), "outcomes." + outcome.outcome(), source, outcome);
    }

    @Override
    public Effect on(InvitedToAnswer invited, MessageMetadata source) {
        return rows.write(invited.attendance().value(), "invited", source, invited);
    }
}
