package org.natter.feedback.invitation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * The rooms of all events, kept from what other services tell.
 *
 * <p>Each fact is guarded by the version of its source: told twice is told once, an older fact never replaces a newer
 * one, and any order ends in the same room. A crash before the offset is committed brings the message once more.
 */
public interface Rooms {

    Effect on(EventNews event, EventStanding standing, MessageMetadata source);

    Effect on(AttendanceNews attendance, SeatStanding seat, MessageMetadata source);

    Effect onCheckIn(AttendanceNews attendance, Presence presence, MessageMetadata source);

    /** The whole room; empty if nothing was ever told about this event. */
    Optional<Room> find(EventId event);

    /** The rooms of these events, counted where they are kept; in no order, and without one about which nothing was ever told. */
    List<HeadCount> count(Collection<EventId> events);

    /** The event alone, without its people; empty if the event itself was not told yet. */
    Optional<Gathering> gathering(EventId event);

    /** What was told of some people of an event; of nobody else, and nothing of the event itself. */
    Room some(EventId event, Set<AttendanceId> among);
}
