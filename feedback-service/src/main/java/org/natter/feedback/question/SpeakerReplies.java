package org.natter.feedback.question;

import java.util.Optional;
import org.natter.feedback.invitation.QuestionId;

/**
 * What speakers said when they were asked whether they would like to read what people said of their talk: one reply to each.
 */
public interface SpeakerReplies {

    /** Whether they would; empty if they have not said. */
    Optional<Boolean> find(QuestionId talk);

    /** In the place of what they said before. */
    void keep(QuestionId talk, boolean wants);

    /** Unless they have said anything before: of two at once one stays, and no later one takes its place. */
    void keepFirst(QuestionId talk, boolean wants);
}
