package org.natter.attendee.booking;

import org.natter.attendee.person.AttendanceId;

/** Which door codes stand for somebody, at whatever event; by chance one may stand for more than one attendance. */
public interface DoorCodes {

    /** Remembers the attendance's code; again changes nothing. */
    void note(AttendanceId attendance);

    /** This attendance's code is not theirs any more; again changes nothing. */
    void forget(AttendanceId attendance);

    boolean isSomebodys(DoorCode code);
}
