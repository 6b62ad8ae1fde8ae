package org.natter.feedback.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.natter.feedback.measure.Told.Band;

/** One word for each interval, its lower end included; and what stays unsaid. */
class WordsTest {

    @Test
    void sharesInWords() {
        assertThat(Band.of(0)).isEqualTo(Band.HARDLY_ANYONE);
        assertThat(Band.of(0.0999)).isEqualTo(Band.HARDLY_ANYONE);
        assertThat(Band.of(0.10)).isEqualTo(Band.SOME);
        assertThat(Band.of(0.3499)).isEqualTo(Band.SOME);
        assertThat(Band.of(0.35)).isEqualTo(Band.ABOUT_HALF);
        assertThat(Band.of(0.6499)).isEqualTo(Band.ABOUT_HALF);
        assertThat(Band.of(0.65)).isEqualTo(Band.MOST);
        assertThat(Band.of(0.8999)).isEqualTo(Band.MOST);
        assertThat(Band.of(0.90)).isEqualTo(Band.NEARLY_EVERYONE);
        assertThat(Band.of(1)).isEqualTo(Band.NEARLY_EVERYONE);
    }

    @Test
    void nothingIsToldBelowFivePeopleAndNoNumberBelowTwenty() {
        assertThat(Told.of(2, 4)).isEmpty();
        assertThat(Told.of(3, 5)).contains(words(Band.ABOUT_HALF));
        assertThat(Told.of(12, 19)).contains(words(Band.ABOUT_HALF));
        assertThat(Told.of(12, 20)).contains(new Told(Band.ABOUT_HALF, 60));
    }

    @Test
    void aNumberNeedsFivePeopleInItAndFiveBesides() {
        assertThat(Told.of(19, 23)).contains(words(Band.MOST));
        assertThat(Told.of(16, 23)).contains(new Told(Band.MOST, 70));
        assertThat(Told.of(4, 23)).contains(words(Band.SOME));
        assertThat(Told.of(5, 23)).contains(new Told(Band.SOME, 20));
    }

    @Test
    void everybodyAndNobodyReadLikeAllButOneAndOne() {
        for (var people = 5; people <= 60; people++) {
            assertThat(Told.of(0, people)).contains(words(Band.HARDLY_ANYONE)).isEqualTo(Told.of(1, people));
            assertThat(Told.of(people, people))
                    .contains(words(Band.NEARLY_EVERYONE))
                    .isEqualTo(Told.of(people - 1, people));
        }
    }

    @Test
    void sharesOfTalksAreToldInStepsOfFive() {
        assertThat(Told.of(0.714286, 23, true)).isEqualTo(new Told(Band.MOST, 70));
        assertThat(Told.of(0.725, 23, true)).isEqualTo(new Told(Band.MOST, 75));
        assertThat(Told.of(0.714286, 23, false)).isEqualTo(words(Band.MOST));
        assertThat(Told.of(0.714286, 19, true)).isEqualTo(words(Band.MOST));
        assertThat(Told.of(0.98, 40, true)).isEqualTo(words(Band.NEARLY_EVERYONE));
        assertThat(Told.of(0.02, 40, true)).isEqualTo(words(Band.HARDLY_ANYONE));
    }

    @Test
    void howMuchLikelierPeopleWhoKnewEachOtherWereToTalk() {
        assertThat(Pull.Word.of(1.4999)).isEqualTo(Pull.Word.NO_MORE_LIKELY);
        assertThat(Pull.Word.of(1.5)).isEqualTo(Pull.Word.TWICE);
        assertThat(Pull.Word.of(2.4999)).isEqualTo(Pull.Word.TWICE);
        assertThat(Pull.Word.of(2.5)).isEqualTo(Pull.Word.THREE_TIMES);
        assertThat(Pull.Word.of(4)).isEqualTo(Pull.Word.THREE_TIMES);
        assertThat(Pull.Word.of(4.0001)).isEqualTo(Pull.Word.FAR_MORE_LIKELY);
        assertThat(new Pull(435, 5, 5, 1).isShown()).isFalse();
        assertThat(new Pull(435, 10, 5, 1).isShown()).isTrue();
        assertThat(new Pull(435, 10, 4, 1).isShown()).isFalse();
    }

    @Test
    void howMixed() {
        assertThat(Mixing.Word.of(0.7999)).isEqualTo(Mixing.Word.KEPT_TO_THEIR_OWN);
        assertThat(Mixing.Word.of(0.8)).isEqualTo(Mixing.Word.NEARLY);
        assertThat(Mixing.Word.of(0.9499)).isEqualTo(Mixing.Word.NEARLY);
        assertThat(Mixing.Word.of(0.95)).isEqualTo(Mixing.Word.AS_CHANCE);
        assertThat(Mixing.Word.of(1.05)).isEqualTo(Mixing.Word.AS_CHANCE);
        assertThat(Mixing.Word.of(1.0501)).isEqualTo(Mixing.Word.MORE_THAN_CHANCE);
    }

    @Test
    void whetherNewcomersWereWelcomed() {
        assertThat(new Newcomers(4, 5, 20).word()).contains(Newcomers.Word.NEARLY_EVERYONE);
        assertThat(new Newcomers(3, 5, 20).word()).contains(Newcomers.Word.COULD_DO_WITH_A_HELLO);
        assertThat(new Newcomers(4, 4, 20).word()).isEmpty();
        assertThat(new Newcomers(5, 5, 4).word()).isEmpty();
        assertThat(Newcomers.of(Evenings.harvestSupper()).word()).contains(Newcomers.Word.COULD_DO_WITH_A_HELLO);
    }

    @Test
    void mergeThenHide() {
        groups(Map.of("public", 12, "academic", 7, "health", 4, "school", 1), Map.of("public", 12, "academic", 7), 5);
        groups(Map.of("public", 12, "academic", 7, "health", 3, "school", 1), Map.of("public", 12), 11);
        groups(Map.of("public", 6, "academic", 5, "health", 1), Map.of("public", 6), 6);
        assertThat(SectorGroups.of(Map.of("public", 3, "academic", 1))).isEmpty();
        groups(
                Map.of("public", 10, "health", 7, "academic", 4, "school", 1, "archive", 1),
                Map.of("public", 10, "health", 7),
                6);
        groups(Map.of("public", 10, "health", 7), Map.of("public", 10, "health", 7), 0);
        groups(Map.of("b", 5, "a", 5, "c", 6, "d", 1), Map.of("b", 5, "c", 6), 6);
    }

    private static void groups(Map<String, Integer> people, Map<String, Integer> named, int other) {
        var found = SectorGroups.of(people).orElseThrow();
        assertThat(found.named()).isEqualTo(named);
        assertThat(found.other()).isEqualTo(other);
    }

    @Test
    void theGridOfHarvestSupper() {
        var crowd = Evenings.harvestSupper();
        var answered = new LinkedHashMap<String, Integer>();
        crowd.voices()
                .forEach(voice -> answered.merge(crowd.sectorOf(voice.writer()).name(), 1, Integer::sum));
        var cells = SectorGrid.of(crowd, SectorGroups.of(answered).orElseThrow()).cells().stream()
                .collect(Collectors.toMap(cell -> cell.one() + "-" + cell.other(), cell -> cell));

        assertThat(cells).hasSize(5).doesNotContainKey("HEALTH-HEALTH");
        cell(cells.get("PUBLIC-PUBLIC"), 8, 66, 1.033868, SectorGrid.Word.ABOUT_AS_MUCH);
        cell(cells.get("PUBLIC-HEALTH"), 13, 96, 1.155025, SectorGrid.Word.ABOUT_AS_MUCH);
        cell(cells.get("PUBLIC-"), 15, 120, 1.066176, SectorGrid.Word.ABOUT_AS_MUCH);
        cell(cells.get("-"), 6, 45, 1.137255, SectorGrid.Word.ABOUT_AS_MUCH);
        cell(cells.get("HEALTH-"), 7, 80, 0.746324, SectorGrid.Word.LESS);
    }

    private static void cell(SectorGrid.Cell cell, long talks, long possible, double ratio, SectorGrid.Word word) {
        assertThat(cell.talks()).isEqualTo(talks);
        assertThat(cell.possible()).isEqualTo(possible);
        assertThat(cell.ratio()).isCloseTo(ratio, within(1e-6));
        assertThat(cell.word()).isEqualTo(word);
    }

    @Test
    void wordsOfTheGrid() {
        assertThat(new SectorGrid.Cell("a", "b", 5, 9, 0.7499).word()).isEqualTo(SectorGrid.Word.LESS);
        assertThat(new SectorGrid.Cell("a", "b", 5, 9, 0.75).word()).isEqualTo(SectorGrid.Word.ABOUT_AS_MUCH);
        assertThat(new SectorGrid.Cell("a", "b", 5, 9, 4.0 / 3).word()).isEqualTo(SectorGrid.Word.ABOUT_AS_MUCH);
        assertThat(new SectorGrid.Cell("a", "b", 5, 9, 1.3334).word()).isEqualTo(SectorGrid.Word.MORE);
    }

    private static Told words(Band band) {
        return new Told(band, null);
    }

    @Test
    void noNumberIsEverZeroOrAHundred() {
        for (var people = 5; people <= 200; people++) {
            for (var some = 0; some <= people; some++) {
                assertThat(Told.of(some, people).orElseThrow().percent()).isNotIn(0, 100);
            }
        }
    }

    @Test
    void aShareHalfWayBetweenTwoFivesIsRoundedUpWhateverItsBinaryDigits() {
        assertThat(Told.of(23, 40)).contains(new Told(Told.Band.ABOUT_HALF, 60));
        for (var people = 1; people <= 400; people++) {
            for (var some = 0; some <= people; some++) {
                assertThat(Told.percent((double) some / people))
                        .as(some + " of " + people)
                        .isEqualTo((40 * some + people) / (2 * people) * 5);
            }
        }
    }
}
