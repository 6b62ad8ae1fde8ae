package org.natter.feedback.answer;

import java.time.LocalDate;
import org.natter.feedback.invitation.EventId;

/**
 * A word for the organisers, unnamed.
 *
 * <p>Bears no trace of its writer: an id of its own, the event, the day, the words. Never printed.
 */
public record Comment(CommentId id, EventId event, LocalDate day, String words) {

    public static final int LONGEST = 1000;

    @Override
    public String toString() {
        return "Comment[*]";
    }
}
