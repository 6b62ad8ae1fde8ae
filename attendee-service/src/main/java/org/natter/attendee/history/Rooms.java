package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** Events and who was there, one row an event; newest word about each guest wins, whatever comes first. */
public interface Rooms {

    /** By event, in one read by id; those never heard of are left out. */
    Map<EventId, Room> of(Collection<EventId> events);

    /** @param off whether this is the word that it was called off */
    Effect on(Told.EventTold event, boolean off, MessageMetadata source);

    Effect on(Told.SeatTold seat, MessageMetadata source);

    /** @param here whether this is an arrival, or the word that there was none */
    Effect on(Told.DoorTold door, boolean here, MessageMetadata source);
}
