package org.natter.feedback.question;

import java.util.List;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.OwnQuestion.Kind;

/**
 * A talk of an event, as organisers name it; asked about once they have said that it took place.
 *
 * <p>By another title it is another talk: what was said of it is about the title that was read.
 */
public record Talk(QuestionId id, String title, boolean tookPlace) {

    /** A talk of this event; the same title is the same talk. */
    public static Talk of(EventId event, String title, boolean tookPlace) {
        return new Talk(OwnQuestion.about(event, Kind.TALK, title, List.of()).id(), title, tookPlace);
    }

    /** "Worth hearing?", with room for a line. */
    OwnQuestion question() {
        return new OwnQuestion(id, Kind.TALK, title, List.of());
    }
}
