package org.natter.attendee.person;

/** Somebody who is known comes to an event. */
public final class Attending {

    private static final PersonDetails KNOWN_ALREADY = new PersonDetails("", "", Sector.OTHER);

    private Attending() {}

    /** This person's attendance at the event; the fresh one becomes it, if there is none yet. */
    public static AttendanceId of(People people, PersonId person, EventId event, AttendanceId fresh) {
        return people.withoutAddress(person, KNOWN_ALREADY, event, fresh)
                .attendanceAt(event)
                .orElseThrow();
    }
}
