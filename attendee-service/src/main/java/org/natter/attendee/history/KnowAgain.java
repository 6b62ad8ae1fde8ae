package org.natter.attendee.history;

import java.util.Collection;
import org.natter.attendee.history.FeedbackAnswered.Again;

/**
 * P4 of {@code measures.md}, section 6: people one would know again, from those surely to those perhaps. Counts of named
 * people; none of either if the question was never answered.
 */
public record KnowAgain(int surely, int perhaps) {

    public static KnowAgain of(Collection<Again> answers) {
        var yes = (int) answers.stream().filter(again -> again == Again.YES).count();
        var maybe = (int) answers.stream().filter(again -> again == Again.MAYBE).count();
        return new KnowAgain(yes, yes + maybe);
    }

    /** Only if there is somebody to speak of. */
    public boolean isShown() {
        return perhaps > 0;
    }
}
