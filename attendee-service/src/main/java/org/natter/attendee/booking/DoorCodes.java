package org.natter.attendee.booking;

import java.util.Map;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** Which attendances a door code stands for; by chance it may be more than one. */
public interface DoorCodes {

    /** Remembers the attendance's code; again changes nothing. */
    void note(AttendanceId attendance, EventId event);

    /** Nobody comes by this attendance's code any more; again changes nothing. */
    void forget(AttendanceId attendance);

    /** The attendances with this code and their events; empty for an unknown code. */
    Map<AttendanceId, EventId> behind(DoorCode code);
}
