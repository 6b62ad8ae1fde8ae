package org.natter.attendee.person;

/** An attendance with its person's own words, for a page that may show them. Prints ids only. */
public record NamedAttendance(
        AttendanceId attendance, EventId event, PersonId person, String name, String organisation, Sector sector) {

    /** By the words said with this attendance. */
    public static NamedAttendance of(AttendanceId attendance, EventId event, Person person) {
        return of(attendance, event, person.id(), person.saidAt(attendance));
    }

    /** By these words. */
    public static NamedAttendance of(AttendanceId attendance, EventId event, PersonId person, PersonDetails said) {
        return new NamedAttendance(attendance, event, person, said.name(), said.organisation(), said.sector());
    }

    public boolean isNamedLike(PersonDetails other) {
        return new PersonDetails(name, organisation, sector).isNamedLike(other);
    }

    @Override
    public String toString() {
        return "NamedAttendance[" + attendance + "]";
    }
}
