package org.natter.attendee.mail.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.natter.attendee.mail.EventsAsTold;
import org.natter.attendee.mail.WhenAndWhere;
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
class EventsAsToldProjection implements EventsAsTold {

    private static final String ROWS = "mail_told";

    private final GuardedUpsert rows;
    private final MongoCollection<Document> reading;

    EventsAsToldProjection(Projections projections, MongoOperations store) {
        this.rows = projections.into(ROWS);
        this.reading = store.getCollection(ROWS);
    }

    @Override
    public Optional<WhenAndWhere> whenAndWhere(EventId event) {
        return part(event.value(), "told")
                .map(told -> new WhenAndWhere(
                        Instant.parse(told.getString("startsAt")),
                        Instant.parse(told.getString("endsAt")),
                        ZoneId.of(told.getString("zone")),
                        told.getString("venueName"),
                        told.getString("venueAddress")));
    }

    @Override
    public Optional<String> reason(EventId event) {
        return part(event.value(), "calledOff").map(calledOff -> calledOff.getString("reason"));
    }

    @Override
    public Effect remember(EventId event, WhenAndWhere now, MessageMetadata source) {
        Map<String, Object> told = Map.of(
                "startsAt", now.startsAt().toString(),
                "endsAt", now.endsAt().toString(),
                "zone", now.zone().getId(),
                "venueName", now.venueName(),
                "venueAddress", now.venueAddress());
        return rows.write(event.value(), "told", source, told);
    }

    @Override
    public Effect rememberCallingOff(EventId event, String reason, MessageMetadata source) {
        return rows.write(event.value(), "calledOff", source, Map.of("reason", reason));
    }

    @Override
    public Effect rememberAnswer(AttendanceId writer, MessageMetadata source) {
        return rows.write(writer.value(), "answered", source, Map.of("version", source.version()));
    }

    @Override
    public boolean hasAnswered(AttendanceId writer) {
        return part(writer.value(), "answered").isPresent();
    }

    private Optional<Document> part(String row, String path) {
        return Optional.ofNullable(reading.find(eq("_id", row)).first()).map(found -> found.get(path, Document.class));
    }
}
