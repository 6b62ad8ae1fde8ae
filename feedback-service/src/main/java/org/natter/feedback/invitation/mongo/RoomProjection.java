package org.natter.feedback.invitation.mongo;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    private static final List<String> SETS = List.of("gathering", "seats", "checkIns");
    private static final Set<String> HERE = names(Presence.values(), Presence::isHere);
    private static final Set<String> BOOKED = names(SeatStanding.values(), SeatStanding::isBooked);

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

    /** The rows are counted as they are: a list has fifty events. */
    @Override
    public List<HeadCount> count(Collection<EventId> events) {
        return List.copyOf(rows.read(events.stream().map(EventId::value).toList(), SETS, this::counted)
                .values());
    }

    private HeadCount counted(Document row) {
        var here = those(row, "checkIns", HERE);
        var expected = those(row, "seats", BOOKED);
        expected.addAll(here);
        return new HeadCount(
                new EventId(row.getString("_id")),
                Optional.ofNullable(row.get("gathering", Document.class))
                        .map(gathering -> mongo.getConverter().read(Gathering.class, gathering)),
                here.size(),
                expected.size());
    }

    /** The members of a set whose word is one of these. */
    private static Set<String> those(Document row, String set, Set<String> words) {
        return row.get(set, new Document()).entrySet().stream()
                .filter(member -> words.contains((String) member.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static <E extends Enum<E>> Set<String> names(E[] words, Predicate<E> which) {
        return Arrays.stream(words).filter(which).map(Enum::name).collect(Collectors.toUnmodifiableSet());
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
