package org.natter.feedback.invitation;

import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * Takes over what is told about events and their people, and has the event looked at again.
 *
 * <p>The due events are told even if the fact was known: a crash between the two writes is made good by the redelivery.
 */
public final class KeepingRooms {

    private final Rooms rooms;
    private final DueEvents dueEvents;

    public KeepingRooms(Rooms rooms, DueEvents dueEvents) {
        this.rooms = rooms;
        this.dueEvents = dueEvents;
    }

    public Effect on(EventNews event, EventStanding standing, MessageMetadata source) {
        return andLook(event.event(), rooms.on(event, standing, source));
    }

    public Effect on(AttendanceNews attendance, SeatStanding seat, MessageMetadata source) {
        return andLook(attendance.event(), rooms.on(attendance, seat, source));
    }

    public Effect onCheckIn(AttendanceNews attendance, Presence presence, MessageMetadata source) {
        return andLook(attendance.event(), rooms.onCheckIn(attendance, presence, source));
    }

    private Effect andLook(EventId event, Effect effect) {
        dueEvents.lookAt(event);
        return effect;
    }
}
