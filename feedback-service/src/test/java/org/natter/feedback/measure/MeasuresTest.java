package org.natter.feedback.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Evening.FamiliarFaces;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AttendanceId;

/** Every table of {@code docs/measures.md} about groups, and the identities between them. */
class MeasuresTest {

    private static final Offset<Double> NEAR = within(1e-6);
    private static final Crowd WINTER = Evenings.winterWarmer();
    private static final Crowd HARVEST = Evenings.harvestSupper();
    private static final Crowd EARLY = Evenings.earlyHarvest();

    @Test
    void roomsAreAsWritten() {
        assertThat(WINTER.people()).isEqualTo(8);
        assertThat(WINTER.answers()).isEqualTo(6);
        assertThat(WINTER.reported()).hasSize(8);
        assertThat(WINTER.possiblePairs()).isEqualTo(28);
        assertThat(HARVEST.people()).isEqualTo(30);
        assertThat(HARVEST.answers()).isEqualTo(23);
        assertThat(HARVEST.reported()).hasSize(51);
        assertThat(Evenings.harvestKnew()).hasSize(82);
        assertThat(EARLY.answers()).isEqualTo(15);
    }

    @Test
    void o1ReachOfTheAnswers() {
        near(Reach.of(WINTER).response(), 0.75);
        near(Reach.of(WINTER).pairCoverage(), 0.964286);
        near(Reach.of(HARVEST).response(), 0.766667);
        near(Reach.of(HARVEST).pairCoverage(), 0.951724);
        assertThat(new Reach(0, 0).response()).isEmpty();
        assertThat(new Reach(1, 1).pairCoverage()).isEmpty();
    }

    @Test
    void o2NewFaces() {
        near(NewFaces.of(WINTER).shareOfNamed(), 8 / 13.0);
        near(NewFaces.of(WINTER).share(), 11 / 16.0);
        near(NewFaces.of(HARVEST).shareOfNamed(), 47 / 71.0);
        near(NewFaces.of(HARVEST).share(), 60 / 84.0);
        near(NewFaces.of(EARLY).share(), 0.729167);
        assertThat(NewFaces.of(new Crowd(WINTER.guests(), List.of())).share()).isEmpty();
    }

    @Test
    void eitherSidesWordMakesATalkOneWithSomebodyKnown() {
        var one = Evenings.id("one");
        var other = Evenings.id("other");
        var crowd = new Crowd(
                List.of(new Guest(one, Sector.PUBLIC, false), new Guest(other, Sector.PUBLIC, false)),
                List.of(
                        new Voice(one, List.of(new Voice.Mention(other, false)), 3, 1),
                        new Voice(other, List.of(new Voice.Mention(one, true)), 0, 0)));

        assertThat(NewFaces.of(crowd)).isEqualTo(new NewFaces(2, 0, 5, 2, 1, 2));
    }

    @Test
    void o2FamiliarityPull() {
        var winter = new Pull(28, 4, 3, 5);
        near(winter.relativeRisk(), 3.6);
        assertThat(winter.oddsRatio()).isCloseTo(8.272727, NEAR);
        assertThat(winter.isShown()).isFalse();
        var harvest = pull(HARVEST);
        assertThat(harvest).isEqualTo(new Pull(435, 82, 16, 35));
        near(harvest.relativeRisk(), 1.967944);
        assertThat(harvest.oddsRatio()).isCloseTo(2.226093, NEAR);
        assertThat(harvest.isShown()).isTrue();
        near(pull(EARLY).relativeRisk(), 2.058855);
        assertThat(new Pull(28, 0, 0, 5).relativeRisk()).isEmpty();
        assertThat(new Pull(28, 4, 3, 0).relativeRisk()).isEmpty();
        assertThat(new Pull(28, 28, 3, 0).relativeRisk()).isEmpty();
    }

    private static Pull pull(Crowd crowd) {
        var known = Evenings.harvestKnew();
        var talked = crowd.reported().stream().filter(known::contains).count();
        return new Pull(
                crowd.possiblePairs(), known.size(), talked, crowd.reported().size() - talked);
    }

    @Test
    void o3MixingAcrossSectors() {
        mixes(Mixing.of(WINTER), 5, 3, 0.25, 0.642857, -0.392857, 0.821429, 0.625, 0.760870, 0.120879);
        mixes(Mixing.of(HARVEST), 39, 12, 0.529412, 0.489655, 0.039757, 0.744828, 0.764706, 1.026688, -0.085699);
        var merged = Mixing.by(
                HARVEST,
                guest -> Set.of(Sector.PUBLIC, Sector.HEALTH).contains(guest.sector()) ? guest.sector() : Sector.OTHER);
        mixes(merged, 35, 16, 0.372549, 0.360920, 0.011629, 0.680460, 0.686275, 1.008545, -0.059976);
        near(Mixing.of(EARLY).ratio(), 0.987200);
    }

    private static void mixes(Mixing mixing, long across, long within, double... figures) {
        assertThat(mixing.across()).isEqualTo(across);
        assertThat(mixing.within()).isEqualTo(within);
        near(mixing.externalInternal(), figures[0]);
        near(mixing.expectedExternalInternal(), figures[1]);
        near(mixing.excess(), figures[2]);
        near(mixing.roomDiversity(), figures[3]);
        near(mixing.talkDiversity(), figures[4]);
        near(mixing.ratio(), figures[5]);
        near(mixing.assortativity(), figures[6]);
    }

    @Test
    void o3IsUndefinedWhereThereIsNothingToMix() {
        var alone = Evenings.room(Map.of("a", Sector.PUBLIC, "b", Sector.PUBLIC), List.of("a-b"));
        assertThat(Mixing.of(alone).ratio()).isEmpty();
        assertThat(Mixing.of(alone).assortativity()).isEmpty();
        var silent = Evenings.room(Map.of("a", Sector.PUBLIC, "b", Sector.HEALTH), List.of());
        assertThat(Mixing.of(silent).ratio()).isEmpty();
        assertThat(Mixing.of(silent).externalInternal()).isEmpty();
        assertThat(Mixing.of(silent).expectedExternalInternal()).isEmpty();
        assertThat(Mixing.of(silent).excess()).isEmpty();
        assertThat(Mixing.of(silent).assortativity()).isEmpty();
    }

    @Test
    void o3WhoeverHasNoSectorIsLeftOut() {
        var crowd = Evenings.room(
                Map.of("a", Sector.PUBLIC, "b", Sector.HEALTH, "c", Sector.NOT_SAID), List.of("a-b", "a-c"));

        assertThat(Mixing.of(crowd).across()).isEqualTo(1);
        assertThat(Mixing.of(crowd).possible()).isEqualTo(1);
    }

    /** 1,680 ways to hand the sectors of Winter Warmer round: the whole distribution, and the shuffles beside it. */
    @Test
    void o3ChanceIsWhatAllAssignmentsMake() {
        var people = WINTER.guests().stream().map(Guest::attendance).toList();
        var assignments = new HashSet<List<Sector>>();
        assign(WINTER.guests().stream().map(Guest::sector).toList(), new ArrayList<>(), assignments);
        var few = 0;
        var sum = 0.0;
        for (var assignment : assignments) {
            var by = new HashMap<AttendanceId, Sector>();
            for (var i = 0; i < people.size(); i++) {
                by.put(people.get(i), assignment.get(i));
            }
            var mixing = Mixing.by(WINTER, guest -> by.get(guest.attendance()));
            few += mixing.across() <= 5 ? 1 : 0;
            sum += mixing.externalInternal().orElseThrow();
        }

        assertThat(assignments).hasSize(1680);
        assertThat(few).isEqualTo(222);
        assertThat(sum / 1680)
                .isCloseTo(Mixing.of(WINTER).expectedExternalInternal().orElseThrow(), NEAR);
        assertThat(Mixing.permutation(WINTER, 7)).isCloseTo(222 / 1680.0, within(0.02));
        assertThat(Mixing.permutation(HARVEST, 7)).isCloseTo(0.69, within(0.02));
        assertThat(Mixing.permutation(HARVEST, 7)).isEqualTo(Mixing.permutation(HARVEST, 7));
    }

    private static void assign(List<Sector> left, List<Sector> so, Set<List<Sector>> all) {
        if (left.isEmpty()) {
            all.add(List.copyOf(so));
        }
        for (var next : new HashSet<>(left)) {
            var rest = new ArrayList<>(left);
            rest.remove(next);
            var more = new ArrayList<>(so);
            more.add(next);
            assign(rest, more, all);
        }
    }

    @Test
    void o4Newcomers() {
        near(Newcomers.of(WINTER).welcome(), 2 / 3.0);
        near(Newcomers.of(HARVEST).welcome(), 5 / 9.0);
        near(Newcomers.of(EARLY).welcome(), 4 / 9.0);
        assertThat(Newcomers.of(Evenings.room(Map.of("a", Sector.PUBLIC), List.of()))
                        .welcome())
                .isEmpty();
        var back = Newcomers.back(6, 14).orElseThrow();
        assertThat(back.share()).isCloseTo(0.428571, NEAR);
        assertThat(back.within().low()).isCloseTo(0.213808, NEAR);
        assertThat(back.within().high()).isCloseTo(0.674094, NEAR);
        assertThat(Newcomers.back(0, 0)).isEmpty();
    }

    @Test
    void o5KnittedTogether() {
        knits(Knit.of(WINTER), 0.285714, List.of(8), 0.3);
        knits(Knit.of(HARVEST), 0.117241, List.of(30), 0.151899);
        assertThat(Knit.of(Evenings.room(Map.of("a", Sector.PUBLIC, "b", Sector.HEALTH), List.of("a-b")))
                        .transitivity())
                .isEmpty();
        assertThat(Knit.of(new Crowd(List.of(), List.of())).density()).isEmpty();
        assertThat(Knit.of(new Crowd(List.of(), List.of())).word()).isEqualTo(Knit.Word.NOTHING);
    }

    private static void knits(Knit knit, double density, List<Integer> groups, double transitivity) {
        near(knit.density(), density);
        assertThat(knit.groups()).isEqualTo(groups);
        near(knit.transitivity(), transitivity);
        assertThat(knit.word()).isEqualTo(Knit.Word.ONE_CROWD);
    }

    @Test
    void o5GroupsAreToldOnlyWhereEachIsOfFive() {
        assertThat(knitOf(9, 1)).isEqualTo(Knit.Word.ONE_CROWD);
        assertThat(knitOf(8, 2)).isEqualTo(Knit.Word.NOTHING);
        assertThat(knitOf(8, 5)).isEqualTo(Knit.Word.SEPARATE_GROUPS);
        assertThat(knitOf(8, 4)).isEqualTo(Knit.Word.NOTHING);
        assertThat(knitOf(6, 5, 5)).isEqualTo(Knit.Word.SEPARATE_GROUPS);
        assertThat(knitOf(6, 5, 5, 5)).isEqualTo(Knit.Word.NOTHING);
    }

    private static Knit.Word knitOf(Integer... groups) {
        return new Knit(1, 1, Arrays.asList(groups), OptionalDouble.empty()).word();
    }

    @Test
    void o6DoBothSidesRemember() {
        remembers(Remembering.of(WINTER), 5, 1, 0.833333, 0.909091, 6.05);
        remembers(Remembering.of(HARVEST), 20, 11, 0.645161, 0.784314, 32.5125);
        remembers(new Remembering(30, 20), 30, 20, 0.6, 0.75, 53.333333);
        assertThat(new Remembering(0, 3).agreement()).isEmpty();
        assertThat(new Remembering(0, 3).recall()).isEmpty();
        assertThat(new Remembering(0, 3).estimatedTalks()).isEmpty();
    }

    private static void remembers(Remembering both, long mutual, long oneSided, double... figures) {
        assertThat(both).isEqualTo(new Remembering(mutual, oneSided));
        near(both.agreement(), figures[0]);
        near(both.recall(), figures[1]);
        near(both.estimatedTalks(), figures[2]);
        var recall = both.recall().orElseThrow();
        near(both.agreement(), recall / (2 - recall));
    }

    /** p̂ is the reciprocity of the graph among those who answered: mentions that are returned, of all. */
    @Test
    void o6RecallIsReciprocity() {
        for (var crowd : List.of(WINTER, HARVEST)) {
            var answered = new HashSet<AttendanceId>();
            crowd.voices().forEach(voice -> answered.add(voice.writer()));
            var arrows = new HashSet<List<AttendanceId>>();
            crowd.voices()
                    .forEach(voice -> voice.named().stream()
                            .filter(mention -> answered.contains(mention.other()))
                            .forEach(mention -> arrows.add(List.of(voice.writer(), mention.other()))));
            var returned = arrows.stream()
                    .filter(arrow -> arrows.contains(List.of(arrow.get(1), arrow.get(0))))
                    .count();

            near(Remembering.of(crowd).recall(), returned / (double) arrows.size());
        }
    }

    @Test
    void o7MeetingAgain() {
        var again = Interval.of(9, 24).orElseThrow();

        assertThat(again.share()).isCloseTo(0.375, NEAR);
        assertThat(again.within().low()).isCloseTo(0.211594, NEAR);
        assertThat(again.within().high()).isCloseTo(0.572900, NEAR);
        assertThat(Told.Band.of(again.share())).isEqualTo(Told.Band.ABOUT_HALF);
    }

    @Test
    void o9HowItFelt() {
        var worth = new Ratings(List.of(0, 1, 3, 9, 10));
        near(worth.median(), 4);
        assertThat(worth.topTwo()).isEqualTo(19);
        assertThat(worth.people()).isEqualTo(23);
        var welcome = new Ratings(List.of(1, 2, 4, 8, 8));
        near(welcome.median(), 4);
        assertThat(welcome.topTwo()).isEqualTo(16);
        near(Ratings.of(List.of(4, 0, 5, 1, 2)).median(), 3);
        assertThat(Ratings.of(List.of(4, 0, 5, 1, 2)).counts()).containsExactly(1, 1, 0, 1, 1);
        assertThat(Ratings.of(List.of()).median()).isEmpty();
    }

    @Test
    void o9TheWordInTheMiddle() {
        assertThat(Familiar.median(List.of(
                        FamiliarFaces.NEARLY_ALL,
                        FamiliarFaces.MORE_THAN_HALF,
                        FamiliarFaces.ABOUT_HALF,
                        FamiliarFaces.NOT_SAID)))
                .contains(FamiliarFaces.MORE_THAN_HALF);
        assertThat(Familiar.median(List.of(FamiliarFaces.NEARLY_ALL, FamiliarFaces.MORE_THAN_HALF)))
                .contains(FamiliarFaces.MORE_THAN_HALF);
        assertThat(Familiar.median(List.of(FamiliarFaces.NEARLY_ALL, FamiliarFaces.HARDLY_ANY)))
                .contains(FamiliarFaces.ABOUT_HALF);
        assertThat(Familiar.median(List.of(FamiliarFaces.NOT_SAID))).isEmpty();
    }

    @Test
    void wilson() {
        interval(7, 12, 0.319511, 0.806740);
        interval(18, 60, 0.198982, 0.425087);
        interval(6, 8, 0.409275, 0.928521);
        assertThat(Wilson.of(0, 0)).isEmpty();
        for (var all = 1; all < 40; all++) {
            for (var some = 0; some <= all; some++) {
                var found = Wilson.of(some, all).orElseThrow();
                assertThat(found.low() - 1e-12).isLessThanOrEqualTo(some / (double) all);
                assertThat(found.high() + 1e-12).isGreaterThanOrEqualTo(some / (double) all);
            }
        }
    }

    private static void interval(int some, int all, double low, double high) {
        var found = Wilson.of(some, all).orElseThrow();
        assertThat(found.low()).isCloseTo(low, NEAR);
        assertThat(found.high()).isCloseTo(high, NEAR);
    }

    @Test
    void completeRoomIsAsMixedAsChance() {
        var sectors = new LinkedHashMap<String, Sector>();
        var talks = new ArrayList<String>();
        for (var one = 0; one < 7; one++) {
            sectors.put("p" + one, one < 3 ? Sector.PUBLIC : Sector.HEALTH);
            for (var other = 0; other < one; other++) {
                talks.add("p" + one + "-p" + other);
            }
        }
        near(Mixing.of(Evenings.room(sectors, talks)).ratio(), 1);
    }

    @Test
    void whoNobodyNamedChangesNoTalk() {
        var more = new ArrayList<>(HARVEST.guests());
        more.add(new Guest(Evenings.id("stranger"), Sector.PRISON, true));
        var crowd = new Crowd(more, HARVEST.voices());

        assertThat(crowd.reported()).isEqualTo(HARVEST.reported());
        assertThat(Mixing.of(crowd).across()).isEqualTo(39);
        assertThat(NewFaces.of(crowd)).isEqualTo(NewFaces.of(HARVEST));
    }

    @Test
    void otherNamesAndAnotherOrderGiveTheSameFigures() {
        var random = new Random(3);
        for (var round = 0; round < 20; round++) {
            var names = new HashMap<AttendanceId, AttendanceId>();
            var numbers = new ArrayList<>(HARVEST.guests());
            Collections.shuffle(numbers, random);
            for (var i = 0; i < numbers.size(); i++) {
                names.put(numbers.get(i).attendance(), Evenings.id("n" + (100 + i)));
            }
            var guests = new ArrayList<>(HARVEST.guests().stream()
                    .map(guest -> new Guest(names.get(guest.attendance()), guest.sector(), guest.newcomer()))
                    .toList());
            var voices = new ArrayList<>(HARVEST.voices().stream()
                    .map(voice -> new Voice(
                            names.get(voice.writer()),
                            voice.named().stream()
                                    .map(said -> new Voice.Mention(names.get(said.other()), said.known()))
                                    .toList(),
                            voice.unnamed(),
                            0))
                    .toList());
            Collections.shuffle(guests, random);
            Collections.shuffle(voices, random);
            var renamed = new Crowd(guests, voices);

            assertThat(NewFaces.of(renamed)).isEqualTo(NewFaces.of(HARVEST));
            assertThat(Knit.of(renamed)).isEqualTo(Knit.of(HARVEST));
            assertThat(Newcomers.of(renamed)).isEqualTo(Newcomers.of(HARVEST));
            near(Mixing.of(renamed).assortativity(), -0.085699);
        }
    }

    /** Zachary's karate club by faction, as NetworkX and JGraphT count it. */
    @Test
    void karateClubIsCountedAsOthersCountIt() {
        var talks = KarateClub.TALKS;
        var sectors = new HashMap<String, Sector>();
        for (var member = 0; member < 34; member++) {
            sectors.put("k" + member, KarateClub.MR_HI.contains(member) ? Sector.PUBLIC : Sector.HEALTH);
        }
        var crowd = Evenings.room(sectors, talks);
        var mixing = Mixing.of(crowd);

        assertThat(mixing.across()).isEqualTo(11);
        assertThat(mixing.within()).isEqualTo(67);
        near(mixing.externalInternal(), -0.717949);
        near(mixing.expectedExternalInternal(), 0.030303);
        near(mixing.assortativity(), 0.717531);
        near(Knit.of(crowd).density(), 0.139037);
        near(Knit.of(crowd).transitivity(), 0.255682);
        assertThat(Knit.of(crowd).groups()).containsExactly(34);
    }

    static void near(OptionalDouble value, double expected) {
        assertThat(value).isPresent();
        assertThat(value.getAsDouble()).isCloseTo(expected, NEAR);
    }
}
