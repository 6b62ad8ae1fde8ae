package org.natter.feedback.answer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;

/**
 * A word for the organisers, unnamed.
 *
 * <p>Bears no trace of its writer: an id of its own, the event, the day, the words. Never printed.
 *
 * @param question of the organisers' own questions the one it answers; absent where it answers none
 */
public record Comment(
        CommentId id,
        EventId event,
        LocalDate day,
        String words,
        @Nullable QuestionId question) {

    public static final int LONGEST = 1000;

    @Override
    public String toString() {
        return "Comment[*]";
    }
}
