package org.natter.attendee.booking;

import org.jspecify.annotations.Nullable;

/**
 * How a booking stands, as its owner is told: each has words of its own on pages and in mails, listed in {@code
 * docs/standings.md}. A place is only spoken of where there is one.
 */
public enum OwnStanding {
    /** A place is kept for the button. */
    KEPT,
    /** A place is free, though none is kept: the button takes one for as long as there is one. */
    UNKEPT,
    /** No place is left: the button joins the waiting list. */
    JOINING,
    BOOKED,
    WAITING,
    OFFERED,
    /** Nobody pressed the button while a place was kept. */
    LET_GO,
    /** Nobody pressed the button, and nothing was kept for it. */
    NOT_JOINED,
    /** Nobody took the offered place in time. */
    OFFER_LAPSED,
    /** The owner gave a place back. */
    CANCELLED,
    /** The owner left the waiting list. */
    LEFT_THE_LIST,
    /** The owner did not want the place on offer. */
    DECLINED,
    /** An organiser gave the place back, for an owner who told them. */
    CANCELLED_FOR_YOU,
    /** An organiser took somebody off the waiting list, or an offer back, who told them. */
    OFF_THE_LIST,
    /** The owner took a wish back that was not confirmed. */
    TAKEN_BACK,
    /** Somebody was let in at the door without a place, and that was taken back there. */
    NOT_ADMITTED,
    CALLED_OFF;

    static OwnStanding of(
            BookingStatus status, SeatStanding standing, @Nullable SeatStanding was, boolean walkIn, boolean room) {
        return switch (status) {
            case UNCONFIRMED -> standing == SeatStanding.HELD ? KEPT : room ? UNKEPT : JOINING;
            case BOOKED -> BOOKED;
            case WAITING -> WAITING;
            case OFFERED -> OFFERED;
            case LAPSED ->
                standing == SeatStanding.LAPSED ? OFFER_LAPSED : was == SeatStanding.ASKED ? NOT_JOINED : LET_GO;
            case CANCELLED ->
                switch (standing) {
                    case CANCELLED -> gone(was, walkIn);
                    case TAKEN_OFF -> was == SeatStanding.BOOKED ? CANCELLED_FOR_YOU : OFF_THE_LIST;
                    default -> CALLED_OFF;
                };
        };
    }

    /** Whoever came in without a place and gave it back had it; whoever was not let in after all never did. */
    private static OwnStanding gone(@Nullable SeatStanding was, boolean walkIn) {
        if (walkIn && was != SeatStanding.BOOKED) {
            return NOT_ADMITTED;
        }
        if (was == null) {
            return CANCELLED;
        }
        return switch (was) {
            case WAITING -> LEFT_THE_LIST;
            case OFFERED -> DECLINED;
            case HELD, ASKED -> TAKEN_BACK;
            case BOOKED, CANCELLED, TAKEN_OFF, LAPSED, LET_GO, FORGOTTEN -> CANCELLED;
        };
    }
}
