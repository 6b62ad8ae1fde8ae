package org.natter.attendee.booking;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/**
 * Ends holds and offers in time, passes freed places on, and a day later forgets wishes that nobody confirmed. Sweeping
 * twice, or in two places at once, is once.
 */
public final class SweepingSeats {

    private final SeatLedgers ledgers;
    private final ForgettingWishes wishes;

    public SweepingSeats(SeatLedgers ledgers, ForgettingWishes wishes) {
        this.ledgers = ledgers;
        this.wishes = wishes;
    }

    /** Ends what is over by now at one event. */
    public void sweep(EventId event, Instant now) {
        ledgers.change(event, ledger -> ledger.sweep(now))
                .ifPresent(ledger -> ledger.toForget(now).forEach(wish -> forget(event, wish, now)));
    }

    /**
     * The ledger decided already, in its own write, so nobody asks or comes in by this wish any more. The words go before
     * the line: a crash in between finds the line again.
     */
    private void forget(EventId event, AttendanceId wish, Instant now) {
        wishes.forget(wish);
        ledgers.change(event, ledger -> ledger.forgotten(wish, now));
    }
}
