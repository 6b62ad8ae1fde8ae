package org.natter.feedback.invitation.mongo;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.AttendanceNews;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.HeadCount;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.Projections;
import org.natter.messaging.SpreadRows;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** In an event's rows {@code gathering}, {@code seats.<attendance>} and {@code checkIns.<attendance>}, each of its source. */
@Component
class RoomProjection implements Rooms {

    static final String COLLECTION = "room";

    private static final String SEPARATOR = "/";
    private static final String DIGITS = "0123456789abcdef";
    private static final Document COUNTED = counted();

    private final SpreadRows rows;
    private final MongoOperations mongo;

    RoomProjection(Projections projections, MongoOperations mongo) {
        this.rows = projections.spread(COLLECTION);
        this.mongo = mongo;
    }

    /** What the rows of one event say together. */
    record RoomRows(
            @Nullable Gathering gathering,
            @Nullable Map<AttendanceId, SeatStanding> seats,
            @Nullable Map<AttendanceId, Presence> checkIns) {

        static final RoomRows NONE = new RoomRows(null, null, null);

        Room of(EventId event) {
            return new Room(event, Optional.ofNullable(gathering), orEmpty(seats), orEmpty(checkIns));
        }

        private static <V> Map<AttendanceId, V> orEmpty(@Nullable Map<AttendanceId, V> map) {
            return map == null ? Map.of() : map;
        }
    }

    @Override
    public Effect on(EventNews event, EventStanding standing, MessageMetadata source) {
        return rows.write(event.event().value(), "gathering", source, event.gathering(standing));
    }

    @Override
    public Effect on(AttendanceNews told, SeatStanding seat, MessageMetadata source) {
        return write(told, "seats", source, seat);
    }

    @Override
    public Effect onCheckIn(AttendanceNews told, Presence presence, MessageMetadata source) {
        return write(told, "checkIns", source, presence);
    }

    private Effect write(AttendanceNews told, String set, MessageMetadata source, Object fact) {
        var attendance = told.attendance().value();
        return rows.write(told.event().value(), attendance, set + "." + attendance, source, fact);
    }

    @Override
    public Optional<Room> find(EventId event) {
        return rows.read(event.value(), RoomRows.class).map(found -> found.of(event));
    }

    /** Seat and check-in of somebody lie in one row (ADR 0030), so the numbers of an event's rows are those of its room. */
    @Override
    public List<HeadCount> count(Collection<EventId> events) {
        var counts = new LinkedHashMap<EventId, HeadCount>();
        mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        Aggregates.match(Filters.in(
                                "_id",
                                events.stream()
                                        .flatMap(event -> rowsOf(event.value()))
                                        .toList())),
                        Aggregates.project(COUNTED)))
                .map(this::counted)
                .forEach(row -> counts.merge(row.event(), row, RoomProjection::and));
        return List.copyOf(counts.values());
    }

    private static Stream<String> rowsOf(String event) {
        return Stream.concat(Stream.of(event), DIGITS.chars().mapToObj(digit -> event + SEPARATOR + (char) digit));
    }

    private HeadCount counted(Document row) {
        var gathering = mongo.getConverter()
                .read(RoomRows.class, new Document("gathering", row.get("gathering")))
                .gathering();
        return new HeadCount(
                new EventId(row.getString("_id").split(SEPARATOR, 2)[0]),
                Optional.ofNullable(gathering),
                row.getInteger("came"),
                row.getInteger("expected"));
    }

    private static HeadCount and(HeadCount one, HeadCount other) {
        return new HeadCount(
                one.event(),
                one.gathering().or(other::gathering),
                one.came() + other.came(),
                one.expected() + other.expected());
    }

    /** The event as it is, and how many of a row came, and came or are booked. */
    private static Document counted() {
        var here = those("checkIns", Presence.values(), Presence::isHere);
        var booked = those("seats", SeatStanding.values(), SeatStanding::isBooked);
        return new Document("gathering", 1)
                .append("came", new Document("$size", here))
                .append("expected", new Document("$size", new Document("$setUnion", List.of(here, booked))));
    }

    /** The members of a set whose word is one of these. */
    private static <E extends Enum<E>> Document those(String set, E[] words, Predicate<E> which) {
        var members = new Document(
                "$objectToArray",
                new Document("$ifNull", List.of("$" + set, new Document("$literal", new Document()))));
        var names = Arrays.stream(words).filter(which).map(Enum::name).toList();
        var chosen = new Document("input", members)
                .append("as", "one")
                .append("cond", new Document("$in", List.of("$$one.v", names)));
        return new Document(
                "$map",
                new Document("input", new Document("$filter", chosen))
                        .append("as", "one")
                        .append("in", "$$one.k"));
    }

    @Override
    public Optional<Gathering> gathering(EventId event) {
        return rows.readAlone(event.value(), RoomRows.class).flatMap(found -> Optional.ofNullable(found.gathering()));
    }

    @Override
    public Room some(EventId event, Set<AttendanceId> among) {
        var ids = among.stream().map(AttendanceId::value).toList();
        return rows.readMembers(event.value(), ids, List.of("seats", "checkIns"), RoomRows.class)
                .orElse(RoomRows.NONE)
                .of(event);
    }
}
