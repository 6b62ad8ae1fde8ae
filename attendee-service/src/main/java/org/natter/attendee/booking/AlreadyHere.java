package org.natter.attendee.booking;

import org.natter.attendee.person.AttendanceId;

/** Whoever is checked in cannot cancel: the door undoes it first. */
public final class AlreadyHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AlreadyHere(String message) {
        super(message);
    }

    static AlreadyHere with(AttendanceId attendance) {
        return new AlreadyHere("checked in already: " + attendance);
    }
}
