package org.natter.feedback.invitation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** Rooms that forget, guarded by source and version like the real ones. */
public final class InMemoryRooms implements Rooms {

    private final Map<EventId, Room> rooms = new HashMap<>();
    private final Map<EventId, Set<AttendanceId>> mentioned = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    @Override
    public Effect on(EventTold event, Standing standing, MessageMetadata source) {
        return write(
                event.event(),
                source,
                room -> new Room(
                        room.event(),
                        Optional.of(Gathering.of(event, standing)),
                        room.seats(),
                        room.came(),
                        room.unreachable()));
    }

    @Override
    public Effect on(AttendanceTold attendance, SeatStanding seat, MessageMetadata source) {
        mention(attendance);
        return write(attendance.event(), source, room -> {
            var seats = new HashMap<>(room.seats());
            seats.put(attendance.attendance(), seat);
            return new Room(room.event(), room.gathering(), seats, room.came(), room.unreachable());
        });
    }

    @Override
    public Effect onCheckIn(AttendanceTold attendance, Presence presence, MessageMetadata source) {
        mention(attendance);
        return write(attendance.event(), source, room -> {
            var came = with(room.came(), attendance, presence != Presence.NOT_HERE);
            var unreachable = with(room.unreachable(), attendance, presence == Presence.HERE_UNREACHABLE);
            return new Room(room.event(), room.gathering(), room.seats(), came, unreachable);
        });
    }

    @Override
    public Optional<Room> find(EventId event) {
        return Optional.ofNullable(rooms.get(event));
    }

    @Override
    public Optional<Gathering> gathering(EventId event) {
        return find(event).flatMap(Room::gathering);
    }

    @Override
    public Set<AttendanceId> known(EventId event, Set<AttendanceId> among) {
        return mentioned.getOrDefault(event, Set.of()).stream()
                .filter(among::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<AttendanceId> unlisted(EventId event, Set<AttendanceId> among) {
        return find(event).stream()
                .flatMap(room -> room.seats().entrySet().stream())
                .filter(seat -> seat.getValue() == SeatStanding.BOOKED_UNLISTED)
                .map(Map.Entry::getKey)
                .filter(among::contains)
                .collect(Collectors.toSet());
    }

    private static Set<AttendanceId> with(Set<AttendanceId> all, AttendanceTold told, boolean is) {
        var changed = new java.util.HashSet<>(all);
        changed.remove(told.attendance());
        if (is) {
            changed.add(told.attendance());
        }
        return changed;
    }

    private void mention(AttendanceTold told) {
        mentioned
                .computeIfAbsent(told.event(), event -> new java.util.HashSet<>())
                .add(told.attendance());
    }

    private Effect write(EventId event, MessageMetadata source, UnaryOperator<Room> change) {
        var key = event.value() + "/" + source.source();
        if (versions.getOrDefault(key, 0L) >= source.version()) {
            return Effect.ALREADY_NEWER;
        }
        versions.put(key, source.version());
        var before = rooms.getOrDefault(event, new Room(event, Optional.empty(), Map.of(), Set.of(), Set.of()));
        rooms.put(event, change.apply(before));
        return Effect.APPLIED;
    }
}
