package org.natter.attendee.booking.schedule;

import java.time.Clock;
import java.time.Duration;
import org.natter.attendee.booking.BookingRequests;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.SweepingSeats;
import org.natter.attendee.booking.SweepingSeats.LapsedWish;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks once a second for holds and offers that are over, and now and then for idempotency keys to forget. */
@Component
class BookingTimer {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final Sweep<EventId> seats;
    private final Sweep<LapsedWish> wishes;
    private final BookingRequests requests;
    private final Clock clock;

    BookingTimer(SeatLedgers ledgers, SweepingSeats sweeping, BookingRequests requests, Clock clock) {
        this.seats = new Sweep<>("seats", (now, apart) -> ledgers.withEndsBy(now), sweeping::sweep);
        this.wishes = new Sweep<>("wishes", (now, apart) -> sweeping.toForget(now), sweeping::forget);
        this.requests = requests;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.booking.poll:1s}")
    void sweepSeats() {
        seats.run(clock.instant());
        wishes.run(clock.instant());
    }

    @Scheduled(fixedDelayString = "${natter.booking.forget-poll:10m}")
    void forgetKeys() {
        requests.forgetBefore(clock.instant().minus(A_DAY));
    }
}
