package org.natter.feedback.answer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;

/** Comments that forget. */
public final class CommentsInMemory implements Comments {

    private final Map<String, Comment> comments = new TreeMap<>();

    public List<Comment> all() {
        return List.copyOf(comments.values());
    }

    @Override
    public void add(Comment comment) {
        comments.putIfAbsent(comment.id().value(), comment);
    }

    @Override
    public List<String> about(EventId event, @Nullable QuestionId question) {
        return comments.values().stream()
                .filter(comment -> comment.event().equals(event))
                .filter(comment -> Objects.equals(comment.question(), question))
                .map(Comment::words)
                .toList();
    }
}
