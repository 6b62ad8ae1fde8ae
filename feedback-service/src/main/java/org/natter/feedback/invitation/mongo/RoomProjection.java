package org.natter.feedback.invitation.mongo;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.AttendanceTold;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.EventTold;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.feedback.invitation.Standing;
import org.natter.messaging.Effect;
import org.natter.messaging.GuardedUpsert;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.Projections;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** One row an event: {@code gathering}, {@code seats.<attendance>} and {@code checkIns.<attendance>}, each of its source. */
@Component
class RoomProjection implements Rooms {

    static final String COLLECTION = "room";

    private final GuardedUpsert rows;
    private final MongoOperations mongo;

    RoomProjection(Projections projections, MongoOperations mongo) {
        this.rows = projections.into(COLLECTION);
        this.mongo = mongo;
    }

    @Override
    public Effect on(EventTold event, Standing standing, MessageMetadata source) {
        return rows.write(
                event.event().value(), "gathering", source, GatheringDocument.of(Gathering.of(event, standing)));
    }

    @Override
    public Effect on(AttendanceTold attendance, SeatStanding seat, MessageMetadata source) {
        return rows.write(
                attendance.event().value(),
                "seats." + attendance.attendance().value(),
                source,
                new RoomDocument.Seat(seat));
    }

    @Override
    public Effect onCheckIn(AttendanceTold attendance, Presence presence, MessageMetadata source) {
        return rows.write(
                attendance.event().value(),
                "checkIns." + attendance.attendance().value(),
                source,
                RoomDocument.CheckIn.of(presence));
    }

    @Override
    public Optional<Room> find(EventId event) {
        var query = byId(event);
        query.fields().include("gathering", "seats", "checkIns");
        return read(query).map(RoomDocument::toRoom);
    }

    @Override
    public Optional<Gathering> gathering(EventId event) {
        var query = byId(event);
        query.fields().include("gathering");
        return read(query).map(RoomDocument::toRoom).flatMap(Room::gathering);
    }

    @Override
    public Set<AttendanceId> known(EventId event, Set<AttendanceId> among) {
        return some(event, among, RoomDocument::mentioned);
    }

    @Override
    public Set<AttendanceId> unlisted(EventId event, Set<AttendanceId> among) {
        return some(event, among, RoomDocument::unlisted);
    }

    private Set<AttendanceId> some(
            EventId event, Set<AttendanceId> among, Function<RoomDocument, Set<AttendanceId>> which) {
        var query = byId(event);
        among.forEach(
                attendance -> query.fields().include("seats." + attendance.value(), "checkIns." + attendance.value()));
        return read(query).map(which).orElse(Set.of()).stream()
                .filter(among::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<RoomDocument> read(Query query) {
        return Optional.ofNullable(mongo.findOne(query, RoomDocument.class, COLLECTION));
    }

    private static Query byId(EventId event) {
        return Query.query(Criteria.where("_id").is(event.value()));
    }
}
