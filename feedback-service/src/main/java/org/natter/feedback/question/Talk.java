package org.natter.feedback.question;

import java.util.List;
import java.util.Set;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.OwnQuestion.Kind;

/**
 * A talk of an event, as organisers name it; asked about once they have said that it took place.
 *
 * <p>Its id stays while its title is corrected, and with it the link of its speaker and what was said.
 */
public record Talk(QuestionId id, String title, boolean tookPlace) {

    /** A talk of this event that has not been named before by another title; naming it again is naming the same one. */
    public static Talk of(EventId event, String title, boolean tookPlace) {
        return new Talk(id(event, title), title, tookPlace);
    }

    /** Whether it is named by its title alone, rather than as one whose title was corrected. */
    public boolean isNamedByTitle(EventId event) {
        return id.equals(id(event, title));
    }

    /** The same under this id. */
    public Talk as(QuestionId same) {
        return new Talk(same, title, tookPlace);
    }

    /** The same under an id that none of these has: its title may have been that of a talk that is called otherwise by now. */
    Talk apartFrom(EventId event, Set<QuestionId> taken) {
        var own = id(event, title);
        for (var further = 2; taken.contains(own); further++) {
            own = id(event, title + "\n" + further);
        }
        return as(own);
    }

    private static QuestionId id(EventId event, String words) {
        return OwnQuestion.about(event, Kind.TALK, words, List.of()).id();
    }

    /** "Worth hearing?", with room for a line. */
    OwnQuestion question() {
        return new OwnQuestion(id, Kind.TALK, title, List.of());
    }
}
