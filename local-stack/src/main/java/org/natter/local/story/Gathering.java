package org.natter.local.story;

import java.time.Instant;
import java.time.LocalDateTime;

/** A published event of the story; times are wall times in its zone. */
record Gathering(String event, String title, LocalDateTime starts, LocalDateTime ends, int places) {

    Instant startsAt() {
        return starts.atZone(Story.ZONE).toInstant();
    }

    Instant endsAt() {
        return ends.atZone(Story.ZONE).toInstant();
    }
}
