package org.natter.attendee.history.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
        var ids = writers.stream().map(AttendanceId::value).toList();
        return store.find(query(where("_id").in(ids)), HistoryEntry.class, histories.present(ROWS)).stream()
                .collect(Collectors.toMap(entry -> new AttendanceId(entry.id()), Function.identity()));
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
