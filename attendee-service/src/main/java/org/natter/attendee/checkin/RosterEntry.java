package org.natter.attendee.checkin;

import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Sector;

/**
 * One line of the who-was-there list. Prints ids only.
 *
 * @param here whether they were checked in; on a list of those who had a place, since nobody was, it is false for all
 * @param listed whether they are on the list still; whoever went off it keeps their name for those who have named them
 */
public record RosterEntry(AttendanceId attendance, String name, Sector sector, boolean here, boolean listed) {

    @Override
    public String toString() {
        return "RosterEntry[" + attendance + "]";
    }
}
