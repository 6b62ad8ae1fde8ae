package org.natter.feedback.question;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.natter.feedback.invitation.QuestionId;

/** Replies that are forgotten. */
public final class SpeakerRepliesInMemory implements SpeakerReplies {

    private final Map<QuestionId, Boolean> replies = new HashMap<>();

    @Override
    public Optional<Boolean> find(QuestionId talk) {
        return Optional.ofNullable(replies.get(talk));
    }

    @Override
    public void keep(QuestionId talk, boolean wants) {
        replies.put(talk, wants);
    }

    @Override
    public void keepFirst(QuestionId talk, boolean wants) {
        replies.putIfAbsent(talk, wants);
    }
}
