package org.natter.planted.pot;

import java.time.Clock;
import java.time.Instant;

/** Planted: a clock in a core. */
final class ReadsTheClock {

    Instant when(Clock clock) {
        return clock.instant();
    }
}
