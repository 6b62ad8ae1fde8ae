package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** This attendance has answered, if only the first step. */
public record FeedbackAnswered(AttendanceId writer, EventId event) {

    public FeedbackAnswered {
        Objects.requireNonNull(writer);
        Objects.requireNonNull(event);
    }
}
