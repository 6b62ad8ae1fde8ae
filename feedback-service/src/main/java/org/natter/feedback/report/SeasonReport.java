package org.natter.feedback.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.measure.Chatting;
import org.natter.feedback.measure.Told;

/**
 * What is published of a region's year, once and for good: does chatting count?
 *
 * <p>{@code asked} and {@code answered} count the questions "did anything come of it?", visits and not people. {@code sentence}
 * is absent where too little came of it to say, {@code cameAgain} where too few newcomers did or did not.
 */
public record SeasonReport(
        RegionId region,
        int year,
        Instant at,
        int asked,
        int answered,
        @Nullable Sentence sentence,
        Told.@Nullable Band cameAgain) {

    /** The sentence; {@code numbers} is absent where it may only be said in words. */
    public record Sentence(
            Told.Band share,
            Chatting.Fraction baseRate,
            boolean about,
            Chatting.Verdict verdict,
            Chatting.@Nullable Payoff payoff,
            Chatting.@Nullable Numbers numbers) {

        static Sentence of(Chatting.Sentence said) {
            return new Sentence(
                    said.share(),
                    said.baseRate(),
                    said.about(),
                    said.verdict(),
                    said.payoff().orElse(null),
                    said.numbers().orElse(null));
        }
    }
}
