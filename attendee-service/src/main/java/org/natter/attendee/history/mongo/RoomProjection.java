package org.natter.attendee.history.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.attendee.history.Room;
import org.natter.attendee.history.Rooms;
import org.natter.attendee.history.Told;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.GuardedUpsert;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.Projections;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * One row an event, one path a guest and kind of word. Twice is once; the newest word about each guest wins; guests may
 * come before their event; after a crash the message comes again and is harmless.
 */
@Component
class RoomProjection implements Rooms {

    private static final String ROWS = "history_room";

    private final GuardedUpsert rows;
    private final MongoOperations store;

    RoomProjection(Projections projections, MongoOperations store) {
        this.rows = projections.into(ROWS);
        this.store = store;
    }

    @Override
    public Map<EventId, Room> of(Collection<EventId> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        var ids = events.stream().map(EventId::value).toList();
        return store.find(query(where("_id").in(ids)), Room.class, ROWS).stream()
                .collect(Collectors.toMap(room -> new EventId(room.id()), Function.identity()));
    }

    @Override
    public Effect on(Told.EventTold event, boolean off, MessageMetadata source) {
        Room.Facts facts = new Room.Facts(
                event.published().title(),
                event.startsAt(),
                event.endsAt(),
                event.zone().getId(),
                event.published().venueName(),
                off);
        return rows.write(event.event().value(), "facts", source, facts);
    }

    @Override
    public Effect on(Told.SeatTold seat, MessageMetadata source) {
        return rows.write(
                seat.event().value(),
                "guests." + seat.attendance().value() + ".seat",
                source,
                new Room.Seat(seat.sector(), seat.newcomer()));
    }

    @Override
    public Effect on(Told.DoorTold door, boolean here, MessageMetadata source) {
        return rows.write(
                door.event().value(),
                "guests." + door.attendance().value() + ".door",
                source,
                new Room.Door(here, door.at()));
    }
}
