package org.natter.attendee;

import java.time.Clock;
import java.time.Duration;
import org.natter.attendee.booking.BookingRequests;
import org.natter.attendee.booking.SweepingSeats;
import org.natter.attendee.person.SignInRequests;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the clock once a second for holds and offers that are over, and now and then for rows to forget. */
@Component
class AttendeeSchedule {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final SweepingSeats seats;
    private final BookingRequests bookingRequests;
    private final SignInRequests signInRequests;
    private final Clock clock;

    AttendeeSchedule(SweepingSeats seats, BookingRequests bookingRequests, SignInRequests signInRequests, Clock clock) {
        this.seats = seats;
        this.bookingRequests = bookingRequests;
        this.signInRequests = signInRequests;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.booking.poll:1s}")
    void sweepSeats() {
        seats.sweep(clock.instant());
    }

    @Scheduled(fixedDelayString = "${natter.booking.forget-poll:10m}")
    void forgetOldRows() {
        bookingRequests.forgetBefore(clock.instant().minus(A_DAY));
        signInRequests.forgetBefore(clock.instant().minus(A_DAY));
    }
}
