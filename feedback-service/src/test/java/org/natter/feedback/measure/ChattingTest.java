package org.natter.feedback.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.natter.feedback.measure.MeasuresTest.near;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.feedback.measure.Chatting.Followed;
import org.natter.feedback.measure.Chatting.Fraction;
import org.natter.feedback.measure.Chatting.Good;
import org.natter.feedback.measure.Chatting.Kind;
import org.natter.feedback.measure.Chatting.Numbers;
import org.natter.feedback.measure.Chatting.Payoff;
import org.natter.feedback.measure.Chatting.Sentence;
import org.natter.feedback.measure.Chatting.Talks;
import org.natter.feedback.measure.Chatting.Verdict;
import org.natter.feedback.measure.Told.Band;

/** The season of {@code docs/measures.md}: 60 talks, 12 good things. */
class ChattingTest {

    private static final Chatting SEASON = season(6, 4, 2, new Talks(40, 20, 0));

    @Test
    void c1ToC7() {
        var first = SEASON.first().orElseThrow();
        assertThat(first.share()).isCloseTo(0.666667, within(1e-6));
        assertThat(first.within().low()).isCloseTo(0.390622, within(1e-6));
        assertThat(first.within().high()).isCloseTo(0.861880, within(1e-6));
        near(SEASON.credit(), 7 / 12.0);
        near(SEASON.baseRate(), 0.666667);
        near(SEASON.lift(), 0.875);
        near(SEASON.firstLift(), 1);
        near(SEASON.chatYield(), 17.5);
        near(SEASON.usefulYield(), 25);
        near(SEASON.chatToOutcome(), 0.214286);
        near(SEASON.chatToOutcomeFloor(), 0.073171);
        near(SEASON.overheardShare(), 3 / 15.0);
    }

    @Test
    void bothIsHalfOfEach() {
        var season = new Chatting(
                new Talks(10, 5, 2),
                List.of(new Good(List.of(Kind.BOTH)), new Good(List.of(Kind.CHAT, Kind.BOTH))),
                0,
                new Followed(0, 0, 0));

        assertThat(season.beganAsAChat()).isEqualTo(1);
        near(season.credit(), (0.5 + 0.75) / 2);
        near(season.baseRate(), 11 / 17.0);
        near(season.chatYield(), 100 * 1.25 / 11);
        near(season.usefulYield(), 100 * 0.75 / 6);
    }

    @Test
    void allIsUndefinedOfNothing() {
        var nothing = new Chatting(new Talks(0, 0, 0), List.of(), 0, new Followed(0, 0, 0));

        assertThat(nothing.first()).isEmpty();
        assertThat(nothing.credit()).isEmpty();
        assertThat(nothing.baseRate()).isEmpty();
        assertThat(nothing.lift()).isEmpty();
        assertThat(nothing.firstLift()).isEmpty();
        assertThat(nothing.chatYield()).isEmpty();
        assertThat(nothing.usefulYield()).isEmpty();
        assertThat(nothing.chatToOutcome()).isEmpty();
        assertThat(nothing.chatToOutcomeFloor()).isEmpty();
        assertThat(nothing.overheardShare()).isEmpty();
        assertThat(nothing.verdict()).isEmpty();
        assertThat(nothing.payoff()).isEmpty();
        assertThat(nothing.sentence(9, 9, 9)).isEmpty();
    }

    @Test
    void theSentence() {
        assertThat(SEASON.sentence(11, 7, 5))
                .contains(new Sentence(
                        Band.MOST,
                        Fraction.TWO_THIRDS,
                        false,
                        Verdict.FAIR,
                        java.util.Optional.of(Payoff.A_LITTLE_MORE),
                        java.util.Optional.of(new Numbers(12, 8, 18, 25))));
    }

    @Test
    void fewerThanFivePeopleBehindEitherSideMakeWordsOfIt() {
        assertThat(SEASON.sentence(11, 4, 7).orElseThrow().numbers()).isEmpty();
        assertThat(SEASON.sentence(11, 7, 4).orElseThrow().numbers()).isEmpty();
        assertThat(SEASON.sentence(11, 7, 4).orElseThrow().share()).isEqualTo(Band.MOST);
    }

    @Test
    void nothingIsSaidBeforeTenGoodThingsByFivePeople() {
        assertThat(season(5, 4, 0, new Talks(40, 20, 0)).sentence(11, 7, 5)).isEmpty();
        assertThat(season(6, 4, 0, new Talks(40, 20, 0)).sentence(11, 7, 5)).isPresent();
        assertThat(SEASON.sentence(4, 4, 4)).isEmpty();
    }

    @Test
    void aFairShareMoreOrLess() {
        assertThat(season(10, 2, 0, new Talks(30, 30, 0)).verdict()).contains(Verdict.MORE);
        var more = season(10, 2, 0, new Talks(30, 30, 0)).first().orElseThrow().within();
        assertThat(more.low()).isCloseTo(0.551969, within(1e-6));
        assertThat(more.high()).isCloseTo(0.953035, within(1e-6));
        assertThat(season(3, 9, 0, new Talks(40, 20, 0)).verdict()).contains(Verdict.LESS);
        var less = season(3, 9, 0, new Talks(40, 20, 0)).first().orElseThrow().within();
        assertThat(less.low()).isCloseTo(0.088942, within(1e-6));
        assertThat(less.high()).isCloseTo(0.532305, within(1e-6));
        assertThat(less.holds(less.low())).isTrue();
        assertThat(less.holds(less.high())).isTrue();
    }

    @Test
    void howOftenUsefulTalkPaidOff() {
        assertThat(Payoff.of(0.7999)).isEqualTo(Payoff.A_LITTLE_LESS);
        assertThat(Payoff.of(0.8)).isEqualTo(Payoff.AS_OFTEN);
        assertThat(Payoff.of(1.25)).isEqualTo(Payoff.AS_OFTEN);
        assertThat(Payoff.of(1.2501)).isEqualTo(Payoff.A_LITTLE_MORE);
        assertThat(Payoff.of(2)).isEqualTo(Payoff.A_LITTLE_MORE);
        assertThat(Payoff.of(2.0001)).isEqualTo(Payoff.MUCH_MORE);
    }

    @Test
    void theBaseRateInEverydayWords() {
        assertThat(Fraction.nearest(0.2)).isEqualTo(Fraction.QUARTER);
        assertThat(Fraction.nearest(0.3)).isEqualTo(Fraction.THIRD);
        assertThat(Fraction.nearest(0.45)).isEqualTo(Fraction.HALF);
        assertThat(Fraction.nearest(0.6)).isEqualTo(Fraction.TWO_THIRDS);
        assertThat(Fraction.nearest(0.8)).isEqualTo(Fraction.THREE_QUARTERS);
        assertThat(Fraction.nearest(0.99)).isEqualTo(Fraction.NINE_IN_TEN);
        assertThat(Fraction.TWO_THIRDS.isAbout(0.675)).isFalse();
        assertThat(Fraction.TWO_THIRDS.isAbout(0.68)).isTrue();
    }

    private static Chatting season(int chat, int useful, int chatThenUseful, Talks talks) {
        var goods = new ArrayList<>(Collections.nCopies(chat, new Good(List.of(Kind.CHAT))));
        goods.addAll(Collections.nCopies(useful, new Good(List.of(Kind.USEFUL))));
        goods.addAll(Collections.nCopies(chatThenUseful, new Good(List.of(Kind.CHAT, Kind.USEFUL))));
        return new Chatting(talks, goods, 3, new Followed(41, 14, 3));
    }
}
