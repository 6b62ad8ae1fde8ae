package org.natter.attendee.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** Events and who was there, in memory; passes {@link RoomsContract} like the projection. */
final class RoomsInMemory implements Rooms {

    private final Map<EventId, Room> all = new HashMap<>();
    private final NewestWords newest = new NewestWords();

    @Override
    public Map<EventId, Room> of(Collection<EventId> events) {
        return events.stream().distinct().filter(all::containsKey).collect(Collectors.toMap(event -> event, all::get));
    }

    @Override
    public Map<EventId, Room> of(Collection<EventId> events, Map<EventId, AttendanceId> others) {
        var known = new HashMap<>(of(events));
        of(others.keySet())
                .forEach((event, room) ->
                        Optional.ofNullable(others.get(event)).ifPresent(one -> known.put(event, room.with(one))));
        return known;
    }

    @Override
    public Map<EventId, Room.Facts> facts(Collection<EventId> events) {
        var known = new HashMap<EventId, Room.Facts>();
        of(events).forEach((event, room) -> room.told().ifPresent(facts -> known.put(event, facts)));
        return known;
    }

    @Override
    public Optional<Room.Facts> facts(EventId event) {
        return Optional.ofNullable(facts(List.of(event)).get(event));
    }

    @Override
    public Effect onEvent(EventNews news, MessageMetadata source) {
        return onEvent(news, source, null);
    }

    @Override
    public Effect onCalledOff(EventNews news, MessageMetadata source) {
        return onEvent(news, source, true);
    }

    private Effect onEvent(EventNews news, MessageMetadata source, @Nullable Boolean calledOff) {
        var words = news.published();
        var facts = new Room.Facts(
                words.title(),
                news.startsAt(),
                news.endsAt(),
                news.zone(),
                words.venueName(),
                news.region(),
                calledOff);
        return newest.take(
                news.event() + ".facts",
                source,
                () -> all.put(news.event(), new Room(facts, room(news.event()).guests())));
    }

    @Override
    public Effect onSeat(SeatNews news, MessageMetadata source) {
        var said = new Room.SaidAtBooking(news.sector(), news.newcomer());
        return guest(news.event(), news.attendance(), "seat", source, guest -> new Room.Guest(said, guest.door()));
    }

    @Override
    public Effect onCheckedIn(CheckInNews news, MessageMetadata source) {
        return door(news, source, true);
    }

    @Override
    public Effect onCheckInUndone(CheckInNews news, MessageMetadata source) {
        return door(news, source, false);
    }

    private Effect door(CheckInNews news, MessageMetadata source, boolean here) {
        return guest(
                news.event(),
                news.attendance(),
                "door",
                source,
                guest -> new Room.Guest(guest.seat(), new Room.Presence(here)));
    }

    private Effect guest(
            EventId event, AttendanceId guest, String what, MessageMetadata source, UnaryOperator<Room.Guest> with) {
        return newest.take(event + "." + guest + "." + what, source, () -> {
            var guests = new LinkedHashMap<AttendanceId, Room.Guest>();
            Optional.ofNullable(room(event).guests()).ifPresent(guests::putAll);
            guests.put(guest, with.apply(guests.getOrDefault(guest, new Room.Guest(null, null))));
            all.put(event, new Room(room(event).facts(), guests));
        });
    }

    private Room room(EventId event) {
        return all.getOrDefault(event, Room.UNKNOWN);
    }
}
