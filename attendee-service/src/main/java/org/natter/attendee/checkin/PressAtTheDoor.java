package org.natter.attendee.checkin;

import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/**
 * One press at the door of an event, for an attendance on the list or for a code.
 *
 * @param letIn whether to let in somebody without a confirmed booking, if there is room for them
 * @param overLimit whether to let them in whatever the limit
 */
public record PressAtTheDoor(
        EventId event,
        @Nullable AttendanceId attendance,
        @Nullable DoorCode code,
        Arrival arrival,
        boolean letIn,
        boolean overLimit) {}
