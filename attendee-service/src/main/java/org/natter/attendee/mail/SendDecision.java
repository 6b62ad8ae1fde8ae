package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a mail still holds at the moment of sending: it goes, waits until later, listens for a change until
 * then, or is stopped. Exactly one of the four.
 */
record SendDecision(
        Optional<LetterFacts> goes, Optional<Instant> waits, Optional<Instant> listens, Optional<StopReason> stops) {

    static SendDecision go(LetterFacts facts) {
        return new SendDecision(Optional.of(facts), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static SendDecision later(Instant until) {
        return new SendDecision(Optional.empty(), Optional.of(until), Optional.empty(), Optional.empty());
    }

    static SendDecision listen(Instant until) {
        return new SendDecision(Optional.empty(), Optional.empty(), Optional.of(until), Optional.empty());
    }

    static SendDecision stop(StopReason reason) {
        return new SendDecision(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reason));
    }
}
