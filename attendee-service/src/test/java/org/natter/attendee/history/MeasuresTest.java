package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.KnownBefore;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.Sector;

/** The tables of measures.md, section 6. */
class MeasuresTest {

    private static final Offset<Double> EXACT = within(1e-6);
    private static final List<Sector> WINTER_WARMER = List.of(
            Sector.PUBLIC,
            Sector.PUBLIC,
            Sector.UNIVERSITY,
            Sector.UNIVERSITY,
            Sector.HEALTH,
            Sector.SCHOOL,
            Sector.PUBLIC,
            Sector.HEALTH);

    @ParameterizedTest
    @CsvSource({
        // named, known, unnamed, k | N, New, s, e, q
        "3, 1, 1, 1, 4, 3, 0.75, 0.857143, 0.875", // Asha
        "2, 2, 0, 2, 2, 0, 0, 0.714286, 0", // Ben
        "3, 1, 0, 1, 3, 2, 0.666667, 0.857143, 0.777778", // Cath
        "2, 1, 0, 2, 2, 1, 0.5, 0.714286, 0.7", // Dev
        "2, 0, 0, 0, 2, 2, 1, 1, 1", // Ella
        "1, 0, 2, 0, 3, 3, 1, 1, 1" // Finn
    })
    void newFacesOfTheWinterWarmer(
            int named, int known, int unnamed, int k, int people, int newPeople, double s, double e, double q) {
        var spokenTo = SpokenTo.of(named, known, unnamed);
        var faces = NewFaces.of(spokenTo, 8, k);

        assertThat(spokenTo.people()).isEqualTo(people);
        assertThat(spokenTo.newPeople()).isEqualTo(newPeople);
        assertThat(spokenTo.known()).isEqualTo(people - newPeople);
        assertThat(faces.share().orElseThrow()).isCloseTo(s, EXACT);
        assertThat(faces.roomShareNew().orElseThrow()).isCloseTo(e, EXACT);
        assertThat(faces.lift().orElseThrow()).isCloseTo(q, EXACT);
    }

    @Test
    void newFacesOfTheHarvestSupper() {
        var h26 = NewFaces.of(SpokenTo.of(6, 4, 2), 30, 9);

        assertThat(h26.roomShareNew().orElseThrow()).isCloseTo(0.689655, EXACT);
        assertThat(h26.lift().orElseThrow()).isCloseTo(0.725, EXACT);
        assertThat(h26.band()).contains(Band.BELOW);
    }

    @Test
    void whatIsUndefinedIsEmpty() {
        assertThat(NewFaces.of(SpokenTo.of(0, 0, 0), 8, 0).share()).isEmpty();
        assertThat(NewFaces.of(SpokenTo.of(0, 0, 0), 8, 0).lift()).isEmpty();
        assertThat(NewFaces.of(SpokenTo.of(1, 0, 0), 1, 0).roomShareNew()).isEmpty();
        assertThat(NewFaces.of(SpokenTo.of(3, 3, 0), 4, 3).lift()).isEmpty();
        var nothing = SectorMix.of(Sector.HEALTH, List.of(Sector.NOT_SAID), List.of(), List.of(Sector.HEALTH));
        assertThat(nothing.elsewhere()).isEmpty();
        assertThat(nothing.room()).isEmpty();
        assertThat(nothing.ratio()).isEmpty();
        assertThat(SectorMix.of(Sector.NOT_SAID, WINTER_WARMER, List.of(), WINTER_WARMER)
                        .elsewhere())
                .isEmpty();
        assertThat(SectorMix.of(Sector.HEALTH, List.of(Sector.HEALTH), List.of(), List.of(Sector.HEALTH, Sector.HEALTH))
                        .ratio())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.799999, BELOW", "0.8, ABOUT", "1.25, ABOUT", "1.250001, ABOVE"})
    void aBandIncludesItsLowerEnd(double ratio, Band band) {
        assertThat(Band.of(ratio)).isEqualTo(band);
    }

    @Test
    void liftIsSaidFromThreePeopleInARoomWithSomebodyNew() {
        assertThat(NewFaces.of(SpokenTo.of(4, 1, 0), 8, 1).band()).contains(Band.ABOUT);
        assertThat(NewFaces.of(SpokenTo.of(3, 0, 0), 8, 3).band()).contains(Band.ABOVE);
        assertThat(NewFaces.of(SpokenTo.of(2, 0, 0), 8, 3).band()).isEmpty();
        assertThat(NewFaces.of(SpokenTo.of(3, 2, 0), 101, 86).band()).isEmpty(); // e = 0.14
        assertThat(NewFaces.of(SpokenTo.of(3, 2, 0), 101, 85).band()).isPresent(); // e = 0.15
    }

    @ParameterizedTest
    @CsvSource({"NONE, 7, 0", "A_FEW, 7, 1", "ABOUT_HALF, 7, 4", "MOST, 7, 6", "A_FEW, 29, 6", "NOT_SAID, 7, 0"})
    void theOneTapAnswerIsAShareOfTheOthersHalfUp(KnownBefore answer, int others, int people) {
        assertThat(answer.of(others)).isEqualTo(people);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, PUBLIC UNIVERSITY HEALTH, SCHOOL, 0.75, 0.714286", // Asha
        "PUBLIC, PUBLIC PUBLIC, '', 0, 0.714286", // Ben
        "UNIVERSITY, PUBLIC UNIVERSITY HEALTH, '', 0.666667, 0.857143", // Cath
        "UNIVERSITY, UNIVERSITY SCHOOL, '', 0.5, 0.857143", // Dev
        "HEALTH, PUBLIC UNIVERSITY, '', 1, 0.857143", // Ella
        "SCHOOL, HEALTH, PUBLIC NOT_SAID, 1, 1" // Finn
    })
    void sectorMixOfTheWinterWarmer(Sector own, String named, String unnamed, double x, double room) {
        var mix = SectorMix.of(own, sectors(named), sectors(unnamed), WINTER_WARMER);

        assertThat(mix.elsewhere().orElseThrow()).isCloseTo(x, EXACT);
        assertThat(mix.room().orElseThrow()).isCloseTo(room, EXACT);
    }

    @Test
    void threeOfTenFromElsewhereIsGoodMixingAmongTwoHundredOfOneKind() {
        var room = Stream.concat(
                        Collections.nCopies(200, Sector.UNIVERSITY).stream(),
                        Collections.nCopies(40, Sector.PUBLIC).stream())
                .toList();
        var met = Stream.concat(
                        Collections.nCopies(7, Sector.UNIVERSITY).stream(),
                        Collections.nCopies(3, Sector.PUBLIC).stream())
                .toList();
        var mix = SectorMix.of(Sector.UNIVERSITY, met, List.of(), room);

        assertThat(mix.room().orElseThrow()).isCloseTo(0.167364, EXACT);
        assertThat(mix.band()).contains(Band.ABOVE);
    }

    // The identity of section 6: the mean of x* over the room is the room's diversity G.
    @Test
    void theMeanOfTheRoomsSharesIsItsDiversity() {
        double mean = WINTER_WARMER.stream()
                .map(own ->
                        SectorMix.of(own, List.of(), List.of(), WINTER_WARMER).room())
                .mapToDouble(OptionalDouble::orElseThrow)
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(23.0 / 28, EXACT);
    }

    @Test
    void kindsOfLibraryAreCountedOnceAndShownFromTwo() {
        assertThat(SectorCount.of(sectors("PUBLIC UNIVERSITY HEALTH SCHOOL"))).isEqualTo(new SectorCount(4));
        assertThat(SectorCount.of(sectors("PUBLIC PUBLIC NOT_SAID"))).isEqualTo(new SectorCount(1));
        assertThat(new SectorCount(1).isShown()).isFalse();
        assertThat(new SectorCount(2).isShown()).isTrue();
    }

    @Test
    void wouldKnowAgainRunsFromSurelyToPerhaps() {
        assertThat(KnowAgain.of(List.of(Again.YES, Again.YES, Again.YES))).isEqualTo(new KnowAgain(3, 3));
        assertThat(KnowAgain.of(List.of(Again.YES, Again.YES, Again.YES, Again.MAYBE)))
                .isEqualTo(new KnowAgain(3, 4));
        assertThat(KnowAgain.of(List.of(Again.NOT_SAID, Again.NOT_SAID)).isShown())
                .isFalse();
        assertThat(KnowAgain.of(List.of(Again.NO)).isShown()).isFalse();
    }

    @Test
    void aStageIsTheHighestReached() {
        assertThat(Stage.of(1, Set.of())).isEqualTo(Stage.MET_ONCE);
        assertThat(Stage.of(2, Set.of())).isEqualTo(Stage.MET_AGAIN);
        assertThat(Stage.of(1, Set.of(Kind.KEPT_IN_TOUCH))).isEqualTo(Stage.KEPT_IN_TOUCH);
        assertThat(Stage.of(3, Set.of(Kind.KEPT_IN_TOUCH, Kind.ADVICE))).isEqualTo(Stage.SOMETHING_CAME_OF_IT);
    }

    @Test
    void ninePeopleOfWhomFiveWentBeyondAFirstChat() {
        var stages = Stream.of(1, 1, 1, 1, 2, 2, 3, 4, 4).map(stage -> Stage.values()[stage - 1]);

        assertThat(Stage.Totals.of(stages.toList())).isEqualTo(new Stage.Totals(9, 5));
    }

    @Test
    void chatsThatCountedAreShownFromThreeOutcomes() {
        assertThat(new ChatsThatCounted(2, 3).isShown()).isTrue();
        assertThat(new ChatsThatCounted(2, 2).isShown()).isFalse();
        assertThat(new ChatsThatCounted(0, 3).isShown()).isFalse();
    }

    @Test
    void moreThanFiftyUnnamedCountAsFifty() {
        assertThat(SpokenTo.of(0, 0, 70).people()).isEqualTo(50);
    }

    private static Collection<Sector> sectors(String words) {
        return words.isEmpty()
                ? List.of()
                : Stream.of(words.split(" ")).map(Sector::valueOf).toList();
    }
}
