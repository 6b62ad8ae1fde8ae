package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** {@code attendance.cancelled.v1} */
public record AttendanceCancelled(AttendanceId attendance, EventId event, Instant at, By by) {

    /** Who or what ended it: their owner's own word, or an organiser's for them, is answered by mail. */
    public enum By {
        ATTENDEE,
        ORGANISER,
        OFFER_LAPSED,
        DOOR
    }
}
