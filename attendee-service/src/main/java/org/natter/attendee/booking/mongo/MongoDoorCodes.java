package org.natter.attendee.booking.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.DoorCodes;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
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
    public void note(AttendanceId attendance, EventId event) {
        rows.updateOne(
                Filters.eq("_id", DoorCode.of(attendance).value()),
                new Document("$set", new Document("attendances." + attendance.value(), event.value())),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void forget(AttendanceId attendance) {
        var code = Filters.eq("_id", DoorCode.of(attendance).value());
        rows.updateOne(code, Updates.unset("attendances." + attendance.value()));
        rows.deleteOne(Filters.and(code, Filters.eq("attendances", new Document())));
    }

    @Override
    public Map<AttendanceId, EventId> behind(DoorCode code) {
        var found = new HashMap<AttendanceId, EventId>();
        var row = rows.find(Filters.eq("_id", code.value())).first();
        if (row != null) {
            row.get("attendances", new Document())
                    .forEach((attendance, event) ->
                            found.put(new AttendanceId(attendance), new EventId((String) event)));
        }
        return found;
    }
}
