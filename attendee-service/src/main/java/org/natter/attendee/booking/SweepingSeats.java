package org.natter.attendee.booking;

import java.time.Instant;
import java.util.List;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Sweep;

/**
 * Ends holds and offers in time, passes freed places on, and a day later forgets wishes that nobody confirmed. Sweeping
 * twice, or in two places at once, is once. An event that fails holds up no other, nor does a wish.
 */
public final class SweepingSeats {

    private final SeatLedgers ledgers;
    private final Sweep<EventId> ends;
    private final Sweep<Wish> forgotten;

    public SweepingSeats(SeatLedgers ledgers, ForgettingWishes wishes) {
        this.ledgers = ledgers;
        this.ends = new Sweep<>(
                "seats",
                (now, apart) -> ledgers.withEndsBy(now),
                (event, now) -> ledgers.change(event, ledger -> ledger.sweep(now)));
        // The ledger decided already, in its own write, so nobody asks or comes in by these wishes any more. The words
        // go before the line: a crash in between finds the line again.
        this.forgotten = new Sweep<>("wishes", (now, apart) -> toForget(now), (wish, now) -> {
            wishes.forget(wish.attendance());
            ledgers.change(wish.event(), ledger -> ledger.forgotten(wish.attendance(), now));
        });
    }

    private record Wish(EventId event, AttendanceId attendance) {}

    /** Ends what is over by now. */
    public void sweep(Instant now) {
        ends.run(now);
        forgotten.run(now);
    }

    private List<Wish> toForget(Instant now) {
        return ledgers.find(ledgers.withEndsBy(now)).stream()
                .flatMap(ledger -> ledger.toForget(now).stream()
                        .map(wish -> new Wish(ledger.card().event(), wish)))
                .toList();
    }
}
