package org.natter.attendee.person.schedule;

import java.time.Clock;
import java.time.Duration;
import org.natter.attendee.person.SignInRequests;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets wishes to sign in a day after they were made. */
@Component
class SignInTimer {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final SignInRequests requests;
    private final Clock clock;

    SignInTimer(SignInRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.booking.forget-poll:10m}")
    void forgetRequests() {
        requests.forgetBefore(clock.instant().minus(A_DAY));
    }
}
