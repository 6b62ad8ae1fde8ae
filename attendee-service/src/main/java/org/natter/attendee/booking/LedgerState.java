package org.natter.attendee.booking;

/** What an event's seat ledger is for just now. */
public enum LedgerState {
    OPEN,
    /** The event was called off: every booking is void, its seats stay as they stood. */
    CALLED_OFF,
    /** The event is over: nobody books, late check-ins and walk-ins still count. */
    CONCLUDED
}
