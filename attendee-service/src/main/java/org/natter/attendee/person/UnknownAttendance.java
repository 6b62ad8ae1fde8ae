package org.natter.attendee.person;

/** Nobody's attendance, or not the caller's: the same to them. */
public final class UnknownAttendance extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownAttendance(String message) {
        super(message);
    }

    public static UnknownAttendance withId(AttendanceId attendance) {
        return new UnknownAttendance("no attendance " + attendance);
    }
}
