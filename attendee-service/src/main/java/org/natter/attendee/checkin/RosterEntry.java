package org.natter.attendee.checkin;

import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Sector;

/** One line of the who-was-there list. Prints ids only. */
public record RosterEntry(AttendanceId attendance, String name, Sector sector, Acquaintance before) {

    /** What the reader's own history suggests. */
    public enum Acquaintance {
        NEW,
        BIT
    }

    @Override
    public String toString() {
        return "RosterEntry[" + attendance + "]";
    }
}
