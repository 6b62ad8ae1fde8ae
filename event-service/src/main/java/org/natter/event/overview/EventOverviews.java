package org.natter.event.overview;

import java.util.Collection;
import java.util.List;
import org.natter.event.programme.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * How all events stand. Each {@code on} method is safe to repeat: a message not newer than what is known about its
 * subject changes nothing, one about an event never heard of begins its row.
 */
public interface EventOverviews {

    /** One overview for each of these events, in their order; events nobody told of have zeros. */
    List<EventOverview> of(Collection<EventId> events);

    Effect on(AttendanceBooked booked, MessageMetadata source);

    Effect on(AttendanceWaitlisted waitlisted, MessageMetadata source);

    Effect on(AttendanceOffered offered, MessageMetadata source);

    Effect on(AttendanceCancelled cancelled, MessageMetadata source);

    Effect on(AttendanceCheckedIn checkedIn, MessageMetadata source);

    Effect on(CheckInUndone undone, MessageMetadata source);

    Effect on(InvitationDue due, MessageMetadata source);

    Effect on(FeedbackAnswered answered, MessageMetadata source);
}
