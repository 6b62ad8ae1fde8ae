package org.natter.attendee.booking;

/** How an attendance stands in its event's seat ledger. */
public enum SeatStanding {
    /** A place is kept until the button in the mail is pressed, or an hour is over. */
    HELD(true),
    /** Asked while there was no place to keep; pressing the button joins the waiting list. */
    ASKED(false),
    BOOKED(true),
    /** A place is kept for somebody from the waiting list until a stated time. */
    OFFERED(true),
    WAITING(false),
    CANCELLED(false),
    /** An organiser cancelled it, for somebody who told them. */
    TAKEN_OFF(false),
    /** An offer that nobody took in time. */
    LAPSED(false),
    /** A wish that nobody confirmed in time; kept for a day, then forgotten with all that was typed. */
    LET_GO(false),
    /**
     * A wish that is being forgotten, and then the id alone, for an hour: whoever still has it in hand learns that it is
     * no more. Nothing comes back from here.
     */
    FORGOTTEN(false);

    private final boolean takesPlace;

    SeatStanding(boolean takesPlace) {
        this.takesPlace = takesPlace;
    }

    /** Whether it counts against the places of the event. */
    public boolean takesPlace() {
        return takesPlace;
    }

    /** Whether nothing is claimed any more, so that asking again is a new wish. */
    public boolean isGone() {
        return this == CANCELLED || this == TAKEN_OFF || this == LAPSED || this == LET_GO || this == FORGOTTEN;
    }

    /** The same as others read it, of an event that takes place. */
    public BookingStatus status() {
        return switch (this) {
            case HELD, ASKED -> BookingStatus.UNCONFIRMED;
            case BOOKED -> BookingStatus.BOOKED;
            case OFFERED -> BookingStatus.OFFERED;
            case WAITING -> BookingStatus.WAITING;
            case CANCELLED, TAKEN_OFF -> BookingStatus.CANCELLED;
            case LAPSED, LET_GO, FORGOTTEN -> BookingStatus.LAPSED;
        };
    }

    public boolean isUnconfirmed() {
        return this == HELD || this == ASKED;
    }
}
