package org.natter.planted.kettle.web;

import java.time.Clock;
import java.time.Instant;

/** Planted: a clock that nobody gave. */
final class MakesAClock {

    Instant when() {
        return Instant.now(Clock.systemUTC());
    }
}
