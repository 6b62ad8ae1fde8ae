package org.natter.local.story;

import java.time.Instant;
import java.time.LocalDateTime;
import org.natter.web.services.EventId;

/** A published event of the story; times are wall times in its zone. */
record PublishedEvent(EventId id, String title, LocalDateTime starts, LocalDateTime ends, int places) {

    private static final int SHORT_TITLE = 16;

    /** As much of the title as the subject of a mail has room for in any case. */
    String titleInSubjects() {
        return title.substring(0, Math.min(SHORT_TITLE, title.length()));
    }

    Instant startsAt() {
        return starts.atZone(Story.ZONE).toInstant();
    }

    Instant endsAt() {
        return ends.atZone(Story.ZONE).toInstant();
    }
}
