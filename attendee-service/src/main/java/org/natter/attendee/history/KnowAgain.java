package org.natter.attendee.history;

import java.util.Collection;
import java.util.Optional;
import org.natter.attendee.history.FeedbackAnswered.Again;

/**
 * P4 of {@code measures.md}, section 6: people one would know again, from those surely to those perhaps. Counts of named
 * people.
 */
public record KnowAgain(int surely, int perhaps) {

    /** Empty if the question was never answered for anybody. */
    public static Optional<KnowAgain> of(Collection<Again> answers) {
        if (answers.stream().allMatch(again -> again == Again.NOT_SAID)) {
            return Optional.empty();
        }
        int yes = (int) answers.stream().filter(again -> again == Again.YES).count();
        int maybe = (int) answers.stream().filter(again -> again == Again.MAYBE).count();
        return Optional.of(new KnowAgain(yes, yes + maybe));
    }

    /** Nothing if there is nobody to speak of. */
    public Optional<String> sentence() {
        if (perhaps == 0) {
            return Optional.empty();
        }
        String count = surely == 0
                ? "perhaps " + perhaps
                : surely == perhaps ? Integer.toString(surely) : surely + ", perhaps " + perhaps + ",";
        return Optional.of("You'd know " + count + " of them again.");
    }
}
