package org.natter.attendee.history.mongo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.CheckInNews;
import org.natter.attendee.history.EventNews;
import org.natter.attendee.history.Room;
import org.natter.attendee.history.Rooms;
import org.natter.attendee.history.SeatNews;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.ReadModel;
import org.natter.messaging.SpreadRows;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Component;

/**
 * An event's facts in a row of its own, its guests spread over sixteen, one path a guest and kind of word. Twice is once; the
 * newest word about each guest wins; guests may come before their event; after a crash the message comes again and is
 * harmless.
 */
@Component
class RoomProjection implements Rooms {

    private static final List<String> FACTS = List.of("facts");
    private static final List<String> SETS = List.of("facts", "guests");

    private final SpreadRows rows;
    private final MongoConverter converter;

    RoomProjection(ReadModel histories, MongoOperations store) {
        this.rows = histories.spread("history_room");
        this.converter = store.getConverter();
    }

    @Override
    public Map<EventId, Room> of(Collection<EventId> events) {
        return byEvent(rows.read(events.stream().map(EventId::value).toList(), SETS, this::room));
    }

    @Override
    public Map<EventId, Room> of(Collection<EventId> events, Map<EventId, AttendanceId> others) {
        var known = new HashMap<>(of(events));
        var one = others.entrySet().stream()
                .collect(Collectors.toMap(
                        event -> event.getKey().value(),
                        event -> event.getValue().value()));
        byEvent(rows.readWithRowOf(one, SETS, this::room))
                .forEach((event, room) -> Optional.ofNullable(others.get(event))
                        .ifPresent(attendance -> known.put(event, room.with(attendance))));
        return known;
    }

    @Override
    public Map<EventId, Room.Facts> facts(Collection<EventId> events) {
        var known = new HashMap<EventId, Room.Facts>();
        byEvent(rows.readAlone(events.stream().map(EventId::value).toList(), FACTS, this::room))
                .forEach((event, room) -> room.told().ifPresent(facts -> known.put(event, facts)));
        return known;
    }

    private static Map<EventId, Room> byEvent(Map<String, Room> rooms) {
        return rooms.entrySet().stream()
                .collect(Collectors.toMap(room -> new EventId(room.getKey()), Map.Entry::getValue));
    }

    /** By hand, since a history has thousands of guests. */
    private Room room(Document row) {
        var facts = row.get("facts", Document.class);
        var guests = row.get("guests", Document.class);
        return new Room(
                facts == null ? null : converter.read(Room.Facts.class, facts),
                guests == null
                        ? null
                        : guests.entrySet().stream()
                                .collect(Collectors.toMap(
                                        guest -> new AttendanceId(guest.getKey()),
                                        guest -> guest((Document) guest.getValue()))));
    }

    private static Room.Guest guest(Document row) {
        var seat = row.get("seat", Document.class);
        var door = row.get("door", Document.class);
        return new Room.Guest(
                seat == null
                        ? null
                        : new Room.SaidAtBooking(Sector.valueOf(seat.getString("sector")), seat.getBoolean("newcomer")),
                door == null ? null : new Room.Presence(door.getBoolean("here")));
    }

    @Override
    public Optional<Room.Facts> facts(EventId event) {
        return rows.readAlone(event.value(), Room.class).flatMap(room -> Optional.ofNullable(room.facts()));
    }

    @Override
    public Effect onEvent(EventNews news, MessageMetadata source) {
        return facts(news, source, null);
    }

    @Override
    public Effect onCalledOff(EventNews news, MessageMetadata source) {
        return facts(news, source, true);
    }

    private Effect facts(EventNews news, MessageMetadata source, @Nullable Boolean calledOff) {
        var words = news.published();
        var facts = new Room.Facts(
                words.title(),
                news.startsAt(),
                news.endsAt(),
                news.zone(),
                words.venueName(),
                news.region(),
                calledOff);
        return rows.write(news.event().value(), "facts", source, facts);
    }

    @Override
    public Effect onSeat(SeatNews news, MessageMetadata source) {
        return guest(
                news.event(),
                news.attendance(),
                "seat",
                source,
                new Room.SaidAtBooking(news.sector(), news.newcomer()));
    }

    @Override
    public Effect onCheckedIn(CheckInNews news, MessageMetadata source) {
        return guest(news.event(), news.attendance(), "door", source, new Room.Presence(true));
    }

    @Override
    public Effect onCheckInUndone(CheckInNews news, MessageMetadata source) {
        return guest(news.event(), news.attendance(), "door", source, new Room.Presence(false));
    }

    private Effect guest(EventId event, AttendanceId guest, String what, MessageMetadata source, Record fact) {
        return rows.write(event.value(), guest.value(), "guests." + guest.value() + "." + what, source, fact);
    }
}
