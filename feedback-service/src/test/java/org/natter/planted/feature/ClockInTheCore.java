package org.natter.planted.feature;

import java.time.Instant;

public class ClockInTheCore {
    Instant now() {
        return Instant.now();
    }
}
