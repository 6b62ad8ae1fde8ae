package org.natter.attendee.booking.schedule;

import java.time.Clock;
import java.time.Duration;
import org.natter.attendee.booking.BookingRequests;
import org.natter.attendee.booking.SweepingSeats;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks once a second for holds and offers that are over, and now and then for idempotency keys to forget. */
@Component
class BookingTimer {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final SweepingSeats seats;
    private final BookingRequests requests;
    private final Clock clock;

    BookingTimer(SweepingSeats seats, BookingRequests requests, Clock clock) {
        this.seats = seats;
        this.requests = requests;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.booking.poll:1s}")
    void sweepSeats() {
        seats.sweep(clock.instant());
    }

    @Scheduled(fixedDelayString = "${natter.booking.forget-poll:10m}")
    void forgetKeys() {
        requests.forgetBefore(clock.instant().minus(A_DAY));
    }
}
