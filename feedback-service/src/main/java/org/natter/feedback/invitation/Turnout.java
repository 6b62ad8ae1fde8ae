package org.natter.feedback.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many people of one event were asked, how many of them have answered, and until when answers can be written.
 *
 * <p>Counts only: nothing says who. Asked are those who came; where the list of them is not complete, all who
 * were asked anything.
 *
 * @param listSaidComplete what an organiser replied to the question about the list; absent without a reply
 */
public record Turnout(
        int asked,
        int answered,
        Instant closesAt,
        @Nullable ListQuestion listQuestion,
        @Nullable Boolean listSaidComplete) {

    /** "Only 3 of 22 are checked in. Was the list complete?", while a reply is waited for. */
    public record ListQuestion(int checkedIn, int expected, Instant takenAsNoAt) {}
}
