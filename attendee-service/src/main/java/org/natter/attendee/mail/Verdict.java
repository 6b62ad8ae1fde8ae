package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Optional;

/** Whether a mail still holds at the moment of sending: it goes, waits until later, or is stopped. Exactly one of the three. */
record Verdict(Optional<Occasion> goes, Optional<Instant> waits, Optional<StopReason> stops) {

    static Verdict go(Occasion occasion) {
        return new Verdict(Optional.of(occasion), Optional.empty(), Optional.empty());
    }

    static Verdict later(Instant until) {
        return new Verdict(Optional.empty(), Optional.of(until), Optional.empty());
    }

    static Verdict stop(StopReason reason) {
        return new Verdict(Optional.empty(), Optional.empty(), Optional.of(reason));
    }
}
