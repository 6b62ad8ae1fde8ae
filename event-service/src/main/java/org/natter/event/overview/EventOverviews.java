package org.natter.event.overview;

import java.util.Collection;
import java.util.List;
import org.natter.event.programme.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * How all events stand. Each method that takes a message is safe to repeat: a message not newer than what is known about its
 * subject changes nothing, one about an event never heard of begins its row.
 */
public interface EventOverviews {

    /** One overview for each of these events, in their order; events nobody told of have zeros. */
    List<EventOverview> of(Collection<EventId> events);

    /** It has a place, booked before or given at the door. */
    Effect booked(PlaceGiven told, MessageMetadata source);

    /** It waits for a place. */
    Effect waitlisted(AttendanceNews told, MessageMetadata source);

    /** A place is held for it until it says yes or the offer ends. */
    Effect offered(AttendanceNews told, MessageMetadata source);

    /** It has no place and waits for none. */
    Effect cancelled(AttendanceNews told, MessageMetadata source);

    /** Somebody with it arrived. */
    Effect checkedIn(AttendanceNews told, MessageMetadata source);

    /** Its check-in was a mistake. */
    Effect checkInUndone(AttendanceNews told, MessageMetadata source);
}
