package org.natter.attendee.person;

/** What people typed and never confirmed. */
public interface UnconfirmedWishes {

    /**
     * Forgets an attendance that never came to be, with what was typed for it; and the person, if that was all there was
     * of them and they never confirmed anything, also if they signed in meanwhile. Whoever wrote something of their own then
     * stays, without the name that was typed. Twice is once.
     */
    void forget(AttendanceId attendance);
}
