package org.natter.attendee.booking;

import java.util.Set;
import org.natter.attendee.person.AttendanceId;

/** Which door codes stand for somebody, at whatever event; by chance one may stand for more than one attendance. */
public interface DoorCodes {

    /** Remembers the attendance's code; again changes nothing. */
    void note(AttendanceId attendance);

    /** This attendance's code is not theirs any more; again changes nothing. */
    void forget(AttendanceId attendance);

    /** Whose code it is; nobody's if it is unknown. */
    Set<AttendanceId> whose(DoorCode code);
}
