package org.natter.planted.programme;

import java.time.Instant;

class ReadsTheClock {

    Instant now() {
        return Instant.now();
    }
}
