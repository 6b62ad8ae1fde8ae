package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.attendee.history.Circles.Tie;
import org.natter.attendee.history.FeedbackAnswered.Came;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.Sector;

/** P3, P5, P6's index, P8 and P9: the tables of measures.md, section 6, and the outside checks of section 12. */
class OwnMeasuresTest {

    private static final Offset<Double> EXACT = within(1e-6);

    /** Who named whom at the Harvest Supper; unnamed people never enter this. */
    private static final String HARVEST = """
            h01: 04 22             h08: 04 18             h16: 09 10 29          h23: 06 15 28 29
            h02: 03 05 09          h10: 09 14 15 16       h17: 15 29 30          h24: 06 20
            h03: 28                h11: 05 26 29          h18: 08 12             h26: 06 09 11 23 25 29
            h04: 01 08 13 21 25    h12: 14 18             h19: 07 17 21          h27: 04
            h06: 20 23 26          h13: 12                h20: 05 06 07          h29: 04 11 15 16 17 23 26
            h07: 05 19 22 25       h15: 10 17 23          h22: 01 07 09 28
            """;

    private static final String WINTER_WARMER = """
            Asha: Ben Cath Ella    Ben: Asha Gwen    Cath: Asha Dev Ella
            Dev: Cath Finn         Ella: Asha Cath   Finn: Hugh
            """;

    private static final String BORGATTI = "A-B A-F A-G A-E E-G F-G B-G B-D D-G G-C";

    /** Zachary 1977, without weights. */
    private static final String KARATE_CLUB = """
            0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30
            2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32
            14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31
            25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33""";

    @Test
    void newPeopleAloneStandBesideNewPeopleWithColleaguesFromThreeEventsEachWay() {
        var told = List.of(
                new Company.Told(Came.ALONE, 5),
                new Company.Told(Came.ALONE, 0),
                new Company.Told(Came.NOT_SAID, 9),
                new Company.Told(Came.ALONE, 3),
                new Company.Told(Came.WITH_COLLEAGUES, 2),
                new Company.Told(Came.WITH_COLLEAGUES, 1),
                new Company.Told(Came.WITH_COLLEAGUES, 0),
                new Company.Told(Came.WITH_COLLEAGUES, 4));

        assertThat(Company.of(told)).contains(new Company(3, 3, 1.5, 4));
        assertThat(Company.of(told.subList(1, told.size()))).isEmpty();
        assertThat(Company.of(told.subList(0, 6))).isEmpty();
    }

    @Test
    void familiarFacesFollowTheMedianOfTheLastThree() {
        var three = List.of(FamiliarFaces.NEARLY_ALL, FamiliarFaces.MORE_THAN_HALF, FamiliarFaces.ABOUT_HALF);

        assertThat(FamiliarFaces.trend(three).orElseThrow()).isCloseTo(0.7, EXACT);
        assertThat(FamiliarFaces.trendWord(three)).contains(FamiliarFaces.MORE_THAN_HALF);
        assertThat(FamiliarFaces.trend(three.subList(0, 2))).isEmpty();
        assertThat(FamiliarFaces.trend(List.of(
                        FamiliarFaces.HARDLY_ANY,
                        FamiliarFaces.NEARLY_ALL,
                        FamiliarFaces.NOT_SAID,
                        FamiliarFaces.MORE_THAN_HALF,
                        FamiliarFaces.ABOUT_HALF)))
                .as("the oldest falls out, what was not said never comes in")
                .hasValue(0.7);
        assertThat(FamiliarFaces.NOT_SAID.share()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // counts | D0, H, D1, B, 1/Σp², pairs
        "1 1 1 1, 4, 1.386294, 4, 0.75, 4, 1",
        "9 2 1, 3, 0.721464, 2.057442, 0.402778, 1.674419, 0.439394",
        "3 2 2 1, 4, 1.320888, 3.746748, 0.718750, 3.555556, 0.821429",
        "3 2 1, 3, 1.011404, 2.749459, 0.611111, 2.571429, 0.733333",
        "12, 1, 0, 1, 0, 1, 0"
    })
    void varietyOfTheTable(
            String counts, int sectors, double entropy, double effective, double blau, double inverse, double pairs) {
        var variety = SectorVariety.ofCounts(
                Stream.of(counts.split(" ")).map(Long::valueOf).toList());

        assertThat(variety.sectors()).isEqualTo(sectors);
        assertThat(variety.entropy().orElseThrow()).isCloseTo(entropy, EXACT);
        assertThat(variety.effective().orElseThrow()).isCloseTo(effective, EXACT);
        assertThat(variety.diversity().orElseThrow()).isCloseTo(blau, EXACT);
        assertThat(variety.inverse().orElseThrow()).isCloseTo(inverse, EXACT);
        assertThat(variety.pairs().orElseThrow()).isCloseTo(pairs, EXACT);
    }

    @Test
    void varietyOfNobodyIsUndefinedAndOfOneHasNoPairs() {
        var nobody = SectorVariety.of(List.of(Sector.NOT_SAID));
        assertThat(nobody.sectors()).isZero();
        assertThat(List.of(nobody.entropy(), nobody.effective(), nobody.diversity(), nobody.inverse(), nobody.pairs()))
                .containsOnly(OptionalDouble.empty());
        var one = SectorVariety.of(List.of(Sector.HEALTH, Sector.NOT_SAID));
        assertThat(one.effective()).hasValue(1);
        assertThat(one.pairs()).isEmpty();
        assertThat(SectorVariety.of(Collections.nCopies(4, Sector.HEALTH)).isEffectiveShown())
                .isFalse();
        assertThat(SectorVariety.of(Collections.nCopies(5, Sector.HEALTH)).isEffectiveShown())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theEffectiveNumberLiesBetweenOneAndAll(long seed) {
        var random = new Random(seed);
        var counts = random.longs(1 + random.nextInt(11), 1, 30).boxed().toList();
        var variety = SectorVariety.ofCounts(counts);

        assertThat(variety.effective().orElseThrow()).isBetween(1 - 1e-9, variety.sectors() + 1e-9);
    }

    @Test
    void thePersonalIndexRunsWithTheShare() {
        var room = List.of(Sector.PUBLIC, Sector.PUBLIC, Sector.HEALTH, Sector.SCHOOL);
        var mix = SectorMix.of(Sector.PUBLIC, List.of(Sector.PUBLIC, Sector.HEALTH), List.of(Sector.SCHOOL), room);

        assertThat(mix.externalInternal().orElseThrow()).isCloseTo(2 * 2.0 / 3 - 1, EXACT);
        assertThat(mix.expectedExternalInternal().orElseThrow()).isCloseTo(2 * 2.0 / 3 - 1, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        // room, ego | d, t, ES, C, circles
        "A, Asha, 3, 1, 2.333333, 0.611111, 2",
        "A, Cath, 3, 1, 2.333333, 0.611111, 2",
        "A, Ben, 2, 0, 2, 0.5, 2",
        "A, Dev, 2, 0, 2, 0.5, 2",
        "A, Ella, 2, 1, 1, 1.125, 1",
        "A, Finn, 1, 0, 1, 1, 1",
        "Harvest, h26, 6, 3, 5, 0.341049, 3",
        "Harvest, h29, 7, 3, 6.142857, 0.286848, 4"
    })
    void circlesOfTheTable(String room, String ego, int d, int t, double es, double constraint, int circles) {
        var reports = reports(room.equals("A") ? WINTER_WARMER : HARVEST);
        var people = reports.get(ego);
        var ties = mutual(reports);
        var own = Circles.of(people, ties);

        assertThat(own.people()).isEqualTo(d);
        assertThat(ties.stream().filter(tie -> people.contains(tie.one()) && people.contains(tie.other())))
                .hasSize(t);
        assertThat(own.effectiveSize().orElseThrow()).isCloseTo(es, EXACT);
        assertThat(own.efficiency().orElseThrow()).isCloseTo(es / d, EXACT);
        assertThat(own.constraint().orElseThrow()).isCloseTo(constraint, EXACT);
        assertThat(own.circles()).isEqualTo(circles);
    }

    @Test
    void circlesOfSixAndTheGateAtFive() {
        var six = Circles.of(
                Set.of("a", "b", "c", "d", "e", "f"),
                List.of(new Tie("a", "b"), new Tie("b", "c"), new Tie("a", "c"), new Tie("d", "e"), new Tie("f", "x")));

        assertThat(six.circles()).isEqualTo(3);
        assertThat(six.effectiveSize().orElseThrow()).isCloseTo(4.666667, EXACT);
        assertThat(six.constraint().orElseThrow()).isCloseTo(0.384259, EXACT);
        assertThat(six.isShown()).isTrue();
        assertThat(Circles.of(Set.of("a", "b", "c", "d"), List.of()).isShown()).isFalse();
        var nobody = Circles.of(Set.of(), List.of());
        assertThat(nobody.circles()).isZero();
        assertThat(nobody.effectiveSize()).isEmpty();
        assertThat(nobody.constraint()).isEmpty();
    }

    @Test
    void aStarsCentreIsLeastConstrained() {
        var star = Circles.of(Set.of("a", "b", "c", "d", "e"), List.of());

        assertThat(star.constraint().orElseThrow()).isCloseTo(1.0 / 5, EXACT);
        assertThat(star.effectiveSize()).hasValue(5);
    }

    @Test
    void otherNamesForPeopleChangeNothing() {
        var ties = List.of(new Tie("a", "b"), new Tie("c", "d"));
        UnaryOperator<String> renamed = name -> "z" + (char) ('z' - name.charAt(0));

        assertThat(Circles.of(
                        Stream.of("a", "b", "c", "d", "e").map(renamed).collect(Collectors.toSet()),
                        ties.stream()
                                .map(tie -> new Tie(renamed.apply(tie.other()), renamed.apply(tie.one())))
                                .toList()))
                .isEqualTo(Circles.of(Set.of("a", "b", "c", "d", "e"), ties));
    }

    @ParameterizedTest
    @CsvSource({
        "A, 2.5, 0.595486",
        "B, 1.666667, 0.642747",
        "C, 1, 1",
        "D, 1, 0.784722",
        "E, 1, 0.730903",
        "F, 1, 0.730903",
        "G, 4.666667, 0.400270"
    })
    void borgattisGraph(String node, double es, double constraint) {
        var graph = graph(BORGATTI);

        assertThat(graph.effectiveSize(node).orElseThrow()).isCloseTo(es, EXACT);
        assertThat(graph.constraint(node).orElseThrow()).isCloseTo(constraint, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 16, 13.75, 0.155423",
        "33, 17, 15.235294, 0.156419",
        "2, 10, 7.8, 0.185177",
        "8, 5, 3, 0.303601",
        "31, 6, 5, 0.244575",
        "11, 1, 1, 1",
        "16, 2, 1, 0.78125"
    })
    void zacharysKarateClub(String node, int degree, double es, double constraint) {
        var graph = graph(KARATE_CLUB);

        assertThat(graph.degree(node)).isEqualTo(degree);
        assertThat(graph.effectiveSize(node).orElseThrow()).isCloseTo(es, EXACT);
        assertThat(graph.constraint(node).orElseThrow()).isCloseTo(constraint, EXACT);
    }

    @Test
    void theMedianOfWhatCameOfItIsSaidFromThree() {
        var days = List.of(21.0, 45.0, 90.0, 120.0, 300.0);

        assertThat(came(days).medianDays()).hasValue(90);
        assertThat(came(days).medianMonths()).hasValue(3);
        assertThat(came(days.subList(0, 2)).medianDays()).isEmpty();
        assertThat(came(List.of(-3.0, -9.0, 4.0)).medianDays()).hasValue(0);
        assertThat(came(List.of(10.0, 20.0, 30.0, 41.0)).medianDays()).hasValue(25);
    }

    @Test
    void whatWasReceivedStandsBesideWhatWasGiven() {
        var none = OptionalDouble.empty();
        var came = WhatCameOfIt.of(List.of(
                new WhatCameOfIt.Thing(Kind.ADVICE, Direction.RECEIVED, none),
                new WhatCameOfIt.Thing(Kind.ADVICE, Direction.GIVEN, none),
                new WhatCameOfIt.Thing(Kind.ADVICE, Direction.GIVEN, none),
                new WhatCameOfIt.Thing(Kind.KEPT_IN_TOUCH, Direction.RECEIVED, none)));

        assertThat(came.counts())
                .containsOnly(
                        Map.entry(Kind.ADVICE, new WhatCameOfIt.Sides(1, 2)),
                        Map.entry(Kind.KEPT_IN_TOUCH, new WhatCameOfIt.Sides(1, 0)));
        assertThat(came.outcomes()).isEqualTo(3);
        assertThat(WhatCameOfIt.of(List.of()).counts()).isEmpty();
    }

    private static WhatCameOfIt came(List<Double> days) {
        return WhatCameOfIt.of(days.stream()
                .map(value -> new WhatCameOfIt.Thing(Kind.ADVICE, Direction.RECEIVED, OptionalDouble.of(value)))
                .toList());
    }

    private static Map<String, Set<String>> reports(String text) {
        var reports = new HashMap<String, Set<String>>();
        var writer = "";
        for (var word : text.split("\\s+")) {
            if (word.endsWith(":")) {
                writer = word.substring(0, word.length() - 1);
                reports.put(writer, new HashSet<>());
            } else {
                reports.get(writer).add(Character.isDigit(word.charAt(0)) ? "h" + word : word);
            }
        }
        return reports;
    }

    private static Set<Tie> mutual(Map<String, Set<String>> reports) {
        var mutual = new HashSet<Tie>();
        reports.forEach((one, named) -> named.stream()
                .filter(other -> one.compareTo(other) < 0
                        && reports.getOrDefault(other, Set.of()).contains(one))
                .forEach(other -> mutual.add(new Tie(one, other))));
        return mutual;
    }

    private static Ties graph(String edges) {
        var graph = new Ties();
        Arrays.stream(edges.split("\\s+")).map(edge -> edge.split("-")).forEach(ends -> graph.join(ends[0], ends[1]));
        return graph;
    }
}
