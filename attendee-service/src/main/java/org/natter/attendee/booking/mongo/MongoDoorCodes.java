package org.natter.attendee.booking.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.DoorCodes;
import org.natter.attendee.person.AttendanceId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One document a code: {@code {_id, attendances: {<attendance>: <event>}}}. */
@Component
class MongoDoorCodes implements DoorCodes {

    private final MongoCollection<Document> rows;

    MongoDoorCodes(MongoOperations mongo) {
        this.rows = mongo.getCollection("door_code");
    }

    @Override
    public void note(AttendanceId attendance) {
        rows.updateOne(rowOf(attendance), Updates.set(path(attendance), true), new UpdateOptions().upsert(true));
    }

    @Override
    public void forget(AttendanceId attendance) {
        rows.updateOne(rowOf(attendance), Updates.unset(path(attendance)));
        rows.deleteOne(Filters.and(rowOf(attendance), Filters.eq("attendances", new Document())));
    }

    @Override
    public Set<AttendanceId> whose(DoorCode code) {
        var row = rows.find(Filters.eq("_id", code.value())).first();
        return row == null
                ? Set.of()
                : row.get("attendances", Document.class).keySet().stream()
                        .map(AttendanceId::new)
                        .collect(Collectors.toSet());
    }

    private static Bson rowOf(AttendanceId attendance) {
        return Filters.eq("_id", DoorCode.of(attendance).value());
    }

    private static String path(AttendanceId attendance) {
        return "attendances." + attendance.value();
    }
}
