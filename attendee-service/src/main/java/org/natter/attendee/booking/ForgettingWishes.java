package org.natter.attendee.booking;

import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.UnconfirmedWishes;

/** Forgets what is known of an attendance that never came to be: its door code and what was typed. Twice is once. */
public final class ForgettingWishes {

    private final UnconfirmedWishes wishes;
    private final DoorCodes codes;

    public ForgettingWishes(UnconfirmedWishes wishes, DoorCodes codes) {
        this.wishes = wishes;
        this.codes = codes;
    }

    public void forget(AttendanceId wish) {
        codes.forget(wish);
        wishes.forget(wish);
    }
}
