package org.natter.attendee.person.schedule;

import java.time.Clock;
import java.time.Duration;
import org.natter.attendee.person.SignInRequests;
import org.natter.attendee.person.SigningIn;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Answers asks to sign in a moment after they were made, and forgets the wishes that came of them a day later. */
@Component
class SignInTimer {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final SigningIn signingIn;
    private final Sweep<String> asks;
    private final SignInRequests requests;
    private final Clock clock;

    SignInTimer(SigningIn signingIn, SignInRequests requests, Clock clock) {
        this.asks = new Sweep<>("asks to sign in", (now, apart) -> signingIn.asked(apart), signingIn::answer);
        this.signingIn = signingIn;
        this.requests = requests;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.person.ask-poll:300ms}")
    void answerAsks() {
        asks.run(clock.instant());
    }

    @Scheduled(fixedDelayString = "${natter.booking.forget-poll:10m}")
    void forget() {
        signingIn.forgetAsks(clock.instant());
        requests.forgetBefore(clock.instant().minus(A_DAY));
    }
}
