package org.natter.attendee.booking;

/** How an attendance stands in its event's seat ledger. */
public enum Standing {
    /** A place is kept until the button in the mail is pressed, or an hour is over. */
    HELD(true),
    /** Asked while there was no place to keep; pressing the button joins the waiting list. */
    ASKED(false),
    BOOKED(true),
    /** A place is kept for somebody from the waiting list until a stated time. */
    OFFERED(true),
    WAITING(false),
    CANCELLED(false),
    /** A hold or an offer that nobody took in time. */
    LAPSED(false);

    private final boolean takesPlace;

    Standing(boolean takesPlace) {
        this.takesPlace = takesPlace;
    }

    /** Whether it counts against the places of the event. */
    public boolean takesPlace() {
        return takesPlace;
    }

    public boolean isUnconfirmed() {
        return this == HELD || this == ASKED;
    }
}
