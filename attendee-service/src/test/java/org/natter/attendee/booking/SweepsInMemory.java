package org.natter.attendee.booking;

import java.time.Instant;
import org.natter.attendee.booking.SweepingSeats.LapsedWish;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Sweep;

/** Sweeps as the timer does: what is over at each event, then each wish. */
public final class SweepsInMemory {

    private final Sweep<EventId> seats;
    private final Sweep<LapsedWish> wishes;

    public SweepsInMemory(SeatLedgers ledgers, ForgettingWishes forgetting) {
        var sweeping = new SweepingSeats(ledgers, forgetting);
        this.seats = new Sweep<>("seats", (now, apart) -> ledgers.withEndsBy(now), sweeping::sweep);
        this.wishes = new Sweep<>("wishes", (now, apart) -> sweeping.toForget(now), sweeping::forget);
    }

    public void sweep(Instant now) {
        seats.run(now);
        wishes.run(now);
    }
}
