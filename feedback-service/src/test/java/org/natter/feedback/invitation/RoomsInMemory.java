package org.natter.feedback.invitation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.natter.messaging.Effect;
import org.natter.messaging.Forks;
import org.natter.messaging.MessageMetadata;

/** Rooms that forget, guarded like the real ones: each fact by its own source and version. */
public final class RoomsInMemory implements Rooms {

    private final Map<EventId, Room> rooms = new HashMap<>();
    private final Map<String, MessageMetadata> taken = new HashMap<>();

    @Override
    public Effect on(EventNews told, EventStanding standing, MessageMetadata source) {
        return write(
                told.event(),
                "gathering",
                source,
                room -> new Room(room.event(), Optional.of(told.gathering(standing)), room.seats(), room.checkIns()));
    }

    @Override
    public Effect on(AttendanceNews told, SeatStanding seat, MessageMetadata source) {
        return write(
                told.event(),
                "seat " + told.attendance(),
                source,
                room -> new Room(
                        room.event(), room.gathering(), with(room.seats(), told.attendance(), seat), room.checkIns()));
    }

    @Override
    public Effect onCheckIn(AttendanceNews told, Presence presence, MessageMetadata source) {
        return write(
                told.event(),
                "check-in " + told.attendance(),
                source,
                room -> new Room(
                        room.event(),
                        room.gathering(),
                        room.seats(),
                        with(room.checkIns(), told.attendance(), presence)));
    }

    @Override
    public Optional<Room> find(EventId event) {
        return Optional.ofNullable(rooms.get(event));
    }

    @Override
    public List<HeadCount> count(Collection<EventId> events) {
        return events.stream()
                .flatMap(event -> find(event).stream())
                .map(room -> new HeadCount(
                        room.event(), room.gathering(), room.came().size(), room.expected()))
                .toList();
    }

    @Override
    public Optional<Gathering> gathering(EventId event) {
        return find(event).flatMap(Room::gathering);
    }

    @Override
    public Room some(EventId event, Set<AttendanceId> among) {
        var room = find(event).orElseGet(() -> empty(event));
        return new Room(event, Optional.empty(), only(among, room.seats()), only(among, room.checkIns()));
    }

    private static Room empty(EventId event) {
        return new Room(event, Optional.empty(), Map.of(), Map.of());
    }

    private static <V> Map<AttendanceId, V> with(Map<AttendanceId, V> all, AttendanceId attendance, V fact) {
        var changed = new HashMap<>(all);
        changed.put(attendance, fact);
        return changed;
    }

    private static <V> Map<AttendanceId, V> only(Set<AttendanceId> among, Map<AttendanceId, V> all) {
        var some = new HashMap<>(all);
        some.keySet().retainAll(among);
        return some;
    }

    private Effect write(EventId event, String fact, MessageMetadata source, UnaryOperator<Room> change) {
        var key = event + " " + fact + " " + source.source();
        var last = taken.get(key);
        if (last != null && last.version() == source.version() && !last.hash().equals(source.hash())) {
            throw Forks.at(source);
        }
        if (last != null && last.version() >= source.version()) {
            return Effect.ALREADY_NEWER;
        }
        taken.put(key, source);
        rooms.put(event, change.apply(rooms.getOrDefault(event, empty(event))));
        return Effect.APPLIED;
    }
}
