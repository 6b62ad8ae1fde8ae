package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Optional;

/** Whether a mail still holds at the moment of sending: it goes, waits until later, or is stopped. Exactly one of the three. */
record SendDecision(Optional<LetterFacts> goes, Optional<Instant> waits, Optional<StopReason> stops) {

    static SendDecision go(LetterFacts facts) {
        return new SendDecision(Optional.of(facts), Optional.empty(), Optional.empty());
    }

    static SendDecision later(Instant until) {
        return new SendDecision(Optional.empty(), Optional.of(until), Optional.empty());
    }

    static SendDecision stop(StopReason reason) {
        return new SendDecision(Optional.empty(), Optional.empty(), Optional.of(reason));
    }
}
