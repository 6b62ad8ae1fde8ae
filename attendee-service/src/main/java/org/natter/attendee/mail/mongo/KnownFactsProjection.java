package org.natter.attendee.mail.mongo;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.KnownFacts;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.GuardedUpsert;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.Projections;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One row an event and one a writer's attendance. Twice is once; older never overwrites newer; early creates the row. */
@Component
class KnownFactsProjection implements KnownFacts {

    private static final String ROWS = "mail_told";

    private final GuardedUpsert rows;
    private final MongoOperations store;

    KnownFactsProjection(Projections projections, MongoOperations store) {
        this.rows = projections.into(ROWS);
        this.store = store;
    }

    record Row(
            String id,
            @Nullable Announced announced,
            @Nullable CalledOff calledOff,
            @Nullable Answered answered) {}

    record CalledOff(String reason) {}

    record Answered(long version) {}

    @Override
    public Optional<Announced> announced(EventId event) {
        return fact(event.value(), Row::announced);
    }

    @Override
    public Optional<String> reason(EventId event) {
        return fact(event.value(), Row::calledOff).map(CalledOff::reason);
    }

    @Override
    public boolean hasAnswered(AttendanceId writer) {
        return fact(writer.value(), Row::answered).isPresent();
    }

    @Override
    public Effect remember(EventId event, Announced newest, MessageMetadata source) {
        return rows.write(event.value(), "announced", source, newest);
    }

    @Override
    public Effect rememberCallingOff(EventId event, String reason, MessageMetadata source) {
        return rows.write(event.value(), "calledOff", source, new CalledOff(reason));
    }

    @Override
    public Effect rememberAnswer(AttendanceId writer, MessageMetadata source) {
        return rows.write(writer.value(), "answered", source, new Answered(source.version()));
    }

    private <F> Optional<F> fact(String row, Function<Row, @Nullable F> fact) {
        return Optional.ofNullable(store.findById(row, Row.class, ROWS)).map(fact);
    }
}
