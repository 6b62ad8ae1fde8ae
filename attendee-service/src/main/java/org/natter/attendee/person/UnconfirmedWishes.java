package org.natter.attendee.person;

/** What people typed and never confirmed. */
public interface UnconfirmedWishes {

    /**
     * Forgets an attendance that never came to be, with what was typed for it; and the person, if that was all there was
     * of them and their address was never proven. Twice is once.
     */
    void forget(AttendanceId attendance);
}
