package org.natter.event.overview.mongo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.natter.event.overview.AttendanceBooked;
import org.natter.event.overview.AttendanceCancelled;
import org.natter.event.overview.AttendanceCheckedIn;
import org.natter.event.overview.AttendanceId;
import org.natter.event.overview.AttendanceOffered;
import org.natter.event.overview.AttendanceWaitlisted;
import org.natter.event.overview.CheckInUndone;
import org.natter.event.overview.EventOverview;
import org.natter.event.overview.EventOverviews;
import org.natter.event.overview.FeedbackAnswered;
import org.natter.event.overview.InvitationDue;
import org.natter.event.overview.Place;
import org.natter.event.programme.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.GuardedUpsert;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.Projections;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Sixteen rows an event, {@code <event>/<last digit of the attendance>}, each with four sets keyed by attendance:
 * {@code place}, {@code door}, {@code asked}, {@code answered}. A figure is the size of the sets when somebody reads. A
 * write takes as long as its row is large, and in a single row a conference of 240 fell half a minute behind.
 *
 * <p>Delivered twice or late: the source's guard refuses it. Check-in before booking: both land in one row, each in
 * its own set. Crash before the offset is committed: the same as delivered twice.
 */
@Component
class EventOverviewProjection implements EventOverviews {

    static final String COLLECTION = "event_overview";
    private static final String SEPARATOR = "/";
    private static final String DIGITS = "0123456789abcdef";
    private static final String PLACE = "place";
    private static final String DOOR = "door";
    private static final String ASKED = "asked";
    private static final String ANSWERED = "answered";

    private final GuardedUpsert rows;
    private final MongoOperations mongo;

    EventOverviewProjection(Projections projections, MongoOperations mongo) {
        this.rows = projections.into(COLLECTION);
        this.mongo = mongo;
    }

    record PlaceFact(Place is) {}

    record Fact(boolean is) {}

    @Override
    public Effect on(AttendanceBooked booked, MessageMetadata source) {
        return place(booked.event(), booked.attendance(), source, Place.BOOKED);
    }

    @Override
    public Effect on(AttendanceWaitlisted waitlisted, MessageMetadata source) {
        return place(waitlisted.event(), waitlisted.attendance(), source, Place.WAITING);
    }

    @Override
    public Effect on(AttendanceOffered offered, MessageMetadata source) {
        return place(offered.event(), offered.attendance(), source, Place.OFFERED);
    }

    @Override
    public Effect on(AttendanceCancelled cancelled, MessageMetadata source) {
        return place(cancelled.event(), cancelled.attendance(), source, Place.NONE);
    }

    @Override
    public Effect on(AttendanceCheckedIn checkedIn, MessageMetadata source) {
        return fact(checkedIn.event(), DOOR, checkedIn.attendance(), source, true);
    }

    @Override
    public Effect on(CheckInUndone undone, MessageMetadata source) {
        return fact(undone.event(), DOOR, undone.attendance(), source, false);
    }

    @Override
    public Effect on(InvitationDue due, MessageMetadata source) {
        return fact(due.event(), ASKED, due.attendance(), source, true);
    }

    @Override
    public Effect on(FeedbackAnswered answered, MessageMetadata source) {
        return fact(answered.event(), ANSWERED, answered.writer(), source, true);
    }

    private Effect place(EventId event, AttendanceId attendance, MessageMetadata source, Place place) {
        return rows.write(row(event, attendance), PLACE + "." + attendance.value(), source, new PlaceFact(place));
    }

    private Effect fact(EventId event, String set, AttendanceId attendance, MessageMetadata source, boolean is) {
        return rows.write(row(event, attendance), set + "." + attendance.value(), source, new Fact(is));
    }

    private static String row(EventId event, AttendanceId attendance) {
        String id = attendance.value();
        return event.value() + SEPARATOR + id.charAt(id.length() - 1);
    }

    private static List<String> rowsOf(EventId event) {
        return DIGITS.chars()
                .mapToObj(digit -> event.value() + SEPARATOR + (char) digit)
                .toList();
    }

    @Override
    public List<EventOverview> of(Collection<EventId> events) {
        var query = Query.query(Criteria.where("_id")
                .in(events.stream().flatMap(event -> rowsOf(event).stream()).toList()));
        query.fields().include(PLACE, DOOR, ASKED, ANSWERED);
        Map<String, EventOverview> found = new HashMap<>();
        for (Document row : mongo.find(query, Document.class, COLLECTION)) {
            var event = new EventId(row.getString("_id").split(SEPARATOR)[0]);
            found.merge(event.value(), overview(event, row), EventOverview::plus);
        }
        return events.stream()
                .map(event -> found.getOrDefault(event.value(), EventOverview.nothingYet(event)))
                .toList();
    }

    private static EventOverview overview(EventId event, Document row) {
        return new EventOverview(
                event,
                count(row, PLACE, Place.BOOKED.name()),
                count(row, PLACE, Place.WAITING.name()),
                count(row, PLACE, Place.OFFERED.name()),
                count(row, DOOR, true),
                count(row, ASKED, true),
                count(row, ANSWERED, true));
    }

    private static int count(Document row, String set, Object value) {
        Document facts = row.get(set, new Document());
        return (int) facts.values().stream()
                .filter(fact -> value.equals(((Document) fact).get("is")))
                .count();
    }
}
