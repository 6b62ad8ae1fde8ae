package org.natter.attendee.booking;

import java.time.Instant;

/** Ends holds and offers in time and passes freed places on. Sweeping twice, or in two places at once, is once. */
public final class SweepingSeats {

    private final SeatLedgers ledgers;

    public SweepingSeats(SeatLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /** Ends all that is over by now. */
    public void sweep(Instant now) {
        ledgers.withEndsBy(now).forEach(event -> ledgers.change(event, ledger -> ledger.sweep(now)));
    }
}
