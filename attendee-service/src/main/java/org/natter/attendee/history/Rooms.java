package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** Events and who was there; the newest word about each guest wins, whatever comes first. */
public interface Rooms {

    /** By event, in one read by id; those never heard of are left out. */
    Map<EventId, Room> of(Collection<EventId> events);

    /**
     * The same of one's own: all who are known at these events, and of the others when, where and what they were and this one
     * attendance, whoever else was there. In two reads by id.
     */
    Map<EventId, Room> of(Collection<EventId> events, Map<EventId, AttendanceId> others);

    /** When, where and what these were, without their people, in one read by id; those never heard of are left out. */
    Map<EventId, Room.Facts> facts(Collection<EventId> events);

    /** When, where and what it was, without its people; empty of one never heard of. */
    Optional<Room.Facts> facts(EventId event);

    Effect onEvent(EventNews news, MessageMetadata source);

    Effect onCalledOff(EventNews news, MessageMetadata source);

    Effect onSeat(SeatNews news, MessageMetadata source);

    Effect onCheckedIn(CheckInNews news, MessageMetadata source);

    Effect onCheckInUndone(CheckInNews news, MessageMetadata source);
}
