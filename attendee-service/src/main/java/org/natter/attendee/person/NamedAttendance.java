package org.natter.attendee.person;

/** An attendance with its person's own words, for a page that may show them. Prints ids only. */
public record NamedAttendance(
        AttendanceId attendance, EventId event, PersonId person, String name, String organisation, Sector sector) {

    @Override
    public String toString() {
        return "NamedAttendance[" + attendance + "]";
    }
}
