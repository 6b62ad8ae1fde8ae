package org.natter.attendee.booking;

import org.natter.attendee.person.AttendanceId;

/** Who is here, as the door knows it. */
public interface Arrivals {

    boolean isHere(AttendanceId attendance);
}
