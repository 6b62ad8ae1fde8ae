package org.natter.attendee.checkin;

import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Sector;

/** One line of the who-was-there list. Prints ids only. */
public record RosterEntry(AttendanceId attendance, String name, Sector sector) {

    @Override
    public String toString() {
        return "RosterEntry[" + attendance + "]";
    }
}
