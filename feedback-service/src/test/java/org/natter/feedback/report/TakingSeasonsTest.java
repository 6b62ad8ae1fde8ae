package org.natter.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Evening.FamiliarFaces;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.measure.Chatting;
import org.natter.feedback.measure.Told.Band;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.FollowUp;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeId;
import org.natter.feedback.report.AnswerTold.Talk;

/** A season of sixty talks and twelve good things, as in {@code docs/measures.md}, told by answers and outcomes. */
class TakingSeasonsTest {

    private static final RegionId FENLAND = new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final Instant AT = Instant.parse("2027-09-01T10:00:00Z");

    private final Map<AttendanceId, AnswerTold> answers = new HashMap<>();
    private final HashSet<AttendanceId> here = new HashSet<>();
    private final List<OutcomeTold> outcomes = new ArrayList<>();
    private int told;

    /** Guest 0 to 119 in pairs: of 60 pairs the first 40 chatted, the others had something useful. */
    private void sixtyTalks() {
        for (var pair = 0; pair < 60; pair++) {
            say(2 * pair, 2 * pair + 1, pair < 40 ? Talk.CHAT : Talk.USEFUL);
        }
    }

    @Test
    void twelveGoodThings() {
        sixtyTalks();
        for (var pair = 0; pair < 6; pair++) {
            came(2 * pair, Outcome.Kind.ADVICE, 2 * pair + 1);
        }
        for (var pair = 40; pair < 44; pair++) {
            came(2 * pair, Outcome.Kind.VISIT, 2 * pair + 1);
        }
        say(20, 99, Talk.USEFUL);
        say(22, 101, Talk.USEFUL);
        answers.remove(id(98));
        answers.remove(id(100));
        came(20, Outcome.Kind.JOB, 21, 99);
        came(22, Outcome.Kind.JOB, 23, 101);
        came(1, Outcome.Kind.ADVICE, 0);
        came(30, Outcome.Kind.KEPT_IN_TOUCH, 31);
        overheard(32);

        var report = TakingSeasons.of(
                FENLAND,
                2026,
                List.of(evidence()),
                List.of(asked(0, true), asked(2, false), asked(50, true)),
                Optional.empty(),
                AT);

        assertThat(report.asked()).isEqualTo(3);
        assertThat(report.answered()).isEqualTo(2);
        assertThat(report.sentence())
                .isEqualTo(new SeasonReport.Sentence(
                        Band.MOST,
                        Chatting.Fraction.TWO_THIRDS,
                        false,
                        Chatting.Verdict.FAIR,
                        Chatting.Payoff.A_LITTLE_MORE,
                        null));
    }

    @Test
    void numbersNeedFivePeopleBehindEitherSideAtOneEvent() {
        sixtyTalks();
        for (var pair = 0; pair < 6; pair++) {
            came(2 * pair, Outcome.Kind.ADVICE, 2 * pair + 1);
        }
        for (var pair = 40; pair < 45; pair++) {
            came(2 * pair, Outcome.Kind.VISIT, 2 * pair + 1);
        }

        var sentence = season().sentence();

        assertThat(sentence.numbers()).isEqualTo(new Chatting.Numbers(11, 6, 15, 25));
    }

    /** Whoever knows has counted them: so many people, and enough of them behind either sort or not. */
    @Test
    void peopleOfSeveralEventsAreAsManyAsWhoeverKnowsHasCounted() {
        var events = new ArrayList<Evidence>();
        for (var event = 0; event < 12; event++) {
            answers.clear();
            outcomes.clear();
            here.clear();
            say(2 * event, 2 * event + 1, event < 6 ? Talk.CHAT : Talk.USEFUL);
            came(2 * event, Outcome.Kind.ADVICE, 2 * event + 1);
            events.add(evidence());
        }

        assertThat(sentence(events, List.of())).isNull();
        assertThat(sentence(events, List.of(new SeasonTold.Behind(9, false))).numbers())
                .isNull();
        assertThat(sentence(events, List.of(new SeasonTold.Behind(12, true))).numbers())
                .isEqualTo(new Chatting.Numbers(12, 6, 100, 100));
    }

    /** Who counted may have known less than one event shows, as after rows were lost; five who tell there stay five. */
    @Test
    void whoTellsAtOneEventIsNeverCountedAway() {
        sixtyTalks();
        for (var pair = 0; pair < 6; pair++) {
            came(2 * pair, Outcome.Kind.ADVICE, 2 * pair + 1);
        }
        for (var pair = 40; pair < 45; pair++) {
            came(2 * pair, Outcome.Kind.VISIT, 2 * pair + 1);
        }

        assertThat(sentence(List.of(evidence()), List.of())).isEqualTo(season().sentence());
        assertThat(sentence(List.of(evidence()), List.of()).numbers()).isEqualTo(new Chatting.Numbers(11, 6, 15, 25));
    }

    /** Three people who tell of twelve things stay three, whatever was counted. */
    @Test
    void noMoreAreCountedThanTellInTheReport() {
        sixtyTalks();
        for (var thing = 0; thing < 12; thing++) {
            var pair = thing % 3;
            came(2 * pair, Outcome.Kind.values()[1 + thing / 3], 2 * pair + 1);
        }

        assertThat(sentence(List.of(evidence()), List.of(new SeasonTold.Behind(9, true))))
                .isNull();
    }

    @Test
    void newcomersWhoCameAgainAreToldInAWordWhereFiveStandOnEitherSide() {
        assertThat(cameAgain(14, 6)).isEqualTo(Band.ABOUT_HALF);
        assertThat(cameAgain(40, 35)).isEqualTo(Band.MOST);
        assertThat(cameAgain(14, 4)).isNull();
        assertThat(cameAgain(14, 10)).isNull();
    }

    private static @Nullable Band cameAgain(int due, int back) {
        var counted = new SeasonTold(FENLAND, 2026, List.of(new SeasonTold.Returned(due, back)), List.of());
        return TakingSeasons.of(FENLAND, 2026, List.of(), List.of(), Optional.of(counted), AT)
                .cameAgain();
    }

    private static SeasonReport.@Nullable Sentence sentence(List<Evidence> events, List<SeasonTold.Behind> behind) {
        var counted = new SeasonTold(FENLAND, 2026, List.of(), behind);
        return TakingSeasons.of(FENLAND, 2026, events, List.of(), Optional.of(counted), AT)
                .sentence();
    }

    /** Twelve attendances at twelve events may be one person. */
    @Test
    void fivePeopleAreNeverAddedUpFromSeveralEvents() {
        var events = new ArrayList<Evidence>();
        for (var event = 0; event < 12; event++) {
            answers.clear();
            outcomes.clear();
            here.clear();
            say(2 * event, 2 * event + 1, Talk.CHAT);
            came(2 * event, Outcome.Kind.ADVICE, 2 * event + 1);
            events.add(evidence());
        }

        assertThat(TakingSeasons.of(FENLAND, 2026, events, List.of(), Optional.empty(), AT)
                        .sentence())
                .isNull();
    }

    @Test
    void twoSidesThatDifferMakeItBothAndLateOnesStayOut() {
        sixtyTalks();
        for (var pair = 0; pair < 11; pair++) {
            came(2 * pair, Outcome.Kind.ADVICE, 2 * pair + 1);
            say(2 * pair + 1, 2 * pair, Talk.USEFUL);
        }

        var sentence = season().sentence();

        assertThat(sentence.share()).isEqualTo(Band.HARDLY_ANYONE);
        assertThat(sentence.verdict()).isEqualTo(Chatting.Verdict.LESS);
    }

    @Test
    void anyOrderTellsTheSame() {
        sixtyTalks();
        for (var pair = 36; pair < 50; pair++) {
            came(2 * pair, Outcome.Kind.ADVICE, 2 * pair + 1);
            came(2 * pair + 1, Outcome.Kind.ADVICE, 2 * pair);
        }
        var once = season();
        for (var seed = 0; seed < 20; seed++) {
            Collections.shuffle(outcomes, new Random(seed));

            assertThat(season()).isEqualTo(once);
        }
    }

    private SeasonReport season() {
        return TakingSeasons.of(FENLAND, 2026, List.of(evidence()), List.of(), Optional.empty(), AT);
    }

    private Evidence evidence() {
        return new Evidence(new EventId("%032x".formatted(1000 + told)), Map.of(), Map.of(), here, answers, outcomes);
    }

    private void say(int writer, int other, Talk talk) {
        here.add(id(writer));
        here.add(id(other));
        var before = answers.get(id(writer));
        var met = new ArrayList<AnswerTold.Met>(before == null ? List.of() : before.met());
        met.add(new AnswerTold.Met(Who.attendance(id(other)), AnswerTold.Before.NEW, talk, true, false));
        answers.put(
                id(writer),
                new AnswerTold(id(writer), Evidences.EVENT, AT, 5, 5, met, List.of(), FamiliarFaces.NOT_SAID));
    }

    private void came(int writer, Outcome.Kind kind, int... others) {
        var credits = new ArrayList<Credit>();
        for (var other : others) {
            credits.add(new Credit(Credit.Kind.ATTENDANCE, id(other).value()));
        }
        outcome(writer, kind, credits);
    }

    private void overheard(int writer) {
        outcome(writer, Outcome.Kind.OTHER, List.of(new Credit(Credit.Kind.OVERHEARD, "")));
    }

    private void outcome(int writer, Outcome.Kind kind, List<Credit> credits) {
        outcomes.add(new OutcomeTold(
                new OutcomeId("%032x".formatted(++told)), id(writer), Evidences.EVENT, kind, 2027, 1, credits, false));
    }

    private static FollowUp asked(int guest, boolean replied) {
        return new FollowUp(id(guest), Evidences.EVENT, List.of(3), replied ? List.of(3) : List.of(), AT);
    }

    private static AttendanceId id(int number) {
        return new AttendanceId("%032x".formatted(number + 1));
    }
}
