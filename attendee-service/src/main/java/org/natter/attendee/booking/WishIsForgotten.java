package org.natter.attendee.booking;

import org.natter.attendee.person.AttendanceId;

/** The wish behind this attendance is being forgotten and cannot come back: its person asks or comes as somebody new. */
public final class WishIsForgotten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AttendanceId attendance;

    private WishIsForgotten(AttendanceId attendance) {
        super("the wish of attendance " + attendance + " is forgotten");
        this.attendance = attendance;
    }

    static WishIsForgotten of(AttendanceId attendance) {
        return new WishIsForgotten(attendance);
    }

    public AttendanceId attendance() {
        return attendance;
    }
}
