package org.natter.attendee.history.mongo;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.CheckInNews;
import org.natter.attendee.history.EventNews;
import org.natter.attendee.history.Room;
import org.natter.attendee.history.Rooms;
import org.natter.attendee.history.SeatNews;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.ReadModel;
import org.natter.messaging.SpreadRows;
import org.springframework.stereotype.Component;

/**
 * An event's facts in a row of its own, its guests spread over sixteen, one path a guest and kind of word. Twice is once; the
 * newest word about each guest wins; guests may come before their event; after a crash the message comes again and is
 * harmless.
 */
@Component
class RoomProjection implements Rooms {

    private final SpreadRows rows;

    RoomProjection(ReadModel histories) {
        this.rows = histories.spread("history_room");
    }

    @Override
    public Map<EventId, Room> of(Collection<EventId> events) {
        return rows.read(events.stream().map(EventId::value).toList(), Room.class).entrySet().stream()
                .collect(Collectors.toMap(room -> new EventId(room.getKey()), Map.Entry::getValue));
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
