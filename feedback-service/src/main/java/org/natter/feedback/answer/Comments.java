package org.natter.feedback.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;

/**
 * The words for the organisers, apart from all answers.
 *
 * <p>No other place holds their ids.
 */
public interface Comments {

    /** Keeps a comment; one with the same id stays as it is. */
    void add(Comment comment);

    /**
     * The words about one event that answer this question, or none of the organisers' own, in the order of their ids, which says
     * nothing of when or by whom they were left.
     */
    List<String> about(EventId event, @Nullable QuestionId question);
}
