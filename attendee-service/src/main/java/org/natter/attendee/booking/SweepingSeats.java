package org.natter.attendee.booking;

import java.time.Instant;
import java.util.List;
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

    /** A wish at an event, by ids alone. */
    public record LapsedWish(EventId event, AttendanceId attendance) {}

    /** Ends what is over by now at one event. */
    public void sweep(EventId event, Instant now) {
        ledgers.change(event, ledger -> ledger.sweep(now));
    }

    /** The wishes of all events that have something left to go. */
    public List<LapsedWish> toForget(Instant now) {
        return ledgers.find(ledgers.withEndsBy(now)).stream()
                .flatMap(ledger -> ledger.toForget(now).stream()
                        .map(wish -> new LapsedWish(ledger.card().event(), wish)))
                .toList();
    }

    /**
     * The ledger decided already, in its own write, so nobody asks or comes in by this wish any more. The words go before
     * the line: a crash in between finds the line again.
     */
    public void forget(LapsedWish wish, Instant now) {
        wishes.forget(wish.attendance());
        ledgers.change(wish.event(), ledger -> ledger.forgotten(wish.attendance(), now));
    }
}
