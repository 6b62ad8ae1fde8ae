package org.natter.feedback.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;

/**
 * The organisers' own questions about one event, in the order in which they are asked; up to five, none of them twice.
 *
 * @param version 0 before anything was kept, and one more with each change
 */
public record Questionnaire(EventId event, int version, List<OwnQuestion> questions) {

    public static final int MOST = 5;

    public Questionnaire {
        questions = List.copyOf(questions);
        if (questions.size() > MOST) {
            throw new IllegalArgumentException("up to five questions");
        }
    }

    /** Of an event about which nothing is asked besides. */
    public static Questionnaire none(EventId event) {
        return new Questionnaire(event, 0, List.of());
    }

    /** The one that follows with these questions; the same one where they are asked already. */
    Questionnaire asking(List<OwnQuestion> wanted) {
        return wanted.equals(questions) ? this : new Questionnaire(event, version + 1, wanted);
    }

    /** Whether these are some of its questions, and none besides. */
    boolean holds(List<OwnQuestion> wanted) {
        return questions.containsAll(wanted);
    }

    /** The question with this id of which that is true; empty if it is not asked, or not any more. */
    public Optional<OwnQuestion> find(QuestionId question, Predicate<OwnQuestion> which) {
        return questions.stream()
                .filter(asked -> asked.id().equals(question))
                .filter(which)
                .findFirst();
    }
}
