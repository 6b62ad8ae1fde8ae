package org.natter.attendee.history.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.natter.attendee.history.ChatsThatCounted;
import org.natter.attendee.history.EveningMeasures;
import org.natter.attendee.history.KnowAgain;
import org.natter.attendee.history.NewFaces;
import org.natter.attendee.history.SectorCount;
import org.natter.attendee.history.SectorMix;
import org.natter.attendee.history.SpokenTo;
import org.natter.attendee.history.Stage;

/** The sentences of measures.md, section 6. */
class HistoryWordsTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    private final HistoryWords words = new HistoryWords();

    @ParameterizedTest
    @CsvSource({
        "4, 3, 'You spoke to 4 people; 3 were new.'",
        "2, 1, 'You spoke to 2 people; 1 was new.'",
        "2, 0, 'You spoke to 2 people.'",
        "1, 1, 'One good conversation.'",
        "1, 0, 'One good conversation.'",
        "0, 0, 'Some evenings are for listening. Those count too.'"
    })
    void peopleAreSaidInASentence(int people, int newPeople, String sentence) {
        assertThat(evening(new SpokenTo(people, newPeople), 0, 0, 0)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, 'You''d know 3 of them again.'",
        "3, 4, 'You''d know 3, perhaps 4, of them again.'",
        "0, 2, 'You''d know perhaps 2 of them again.'"
    })
    void wouldKnowAgainNeverSaysAZero(int surely, int perhaps, String sentence) {
        assertThat(evening(null, surely, perhaps, 0)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({"2, Two kinds of library.", "4, Four kinds of library.", "12, Twelve kinds of library."})
    void kindsAreCountedInWords(int kinds, String sentence) {
        assertThat(evening(null, 0, 0, kinds)).containsExactly(sentence);
    }

    @Test
    void nothingIsSaidOfWhatWasNotAsked() {
        assertThat(evening(null, 0, 0, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9, 5, '9 people; 5 went beyond a first chat.'",
        "9, 0, '9 people.'",
        "1, 0, '1 person.'",
        "1, 1, '1 person; 1 went beyond a first chat.'"
    })
    void howFarItWentIsSaidOfAllTogether(int people, int beyond, String sentence) {
        assertThat(words.totals(new Stage.Totals(people, beyond))).contains(sentence);
        assertThat(words.totals(new Stage.Totals(0, 0))).isEmpty();
    }

    @Test
    void chatsThatCountedAreSaidFromThree() {
        assertThat(words.chats(new ChatsThatCounted(2, 3))).contains("2 of your 3 began as just a chat.");
        assertThat(words.chats(new ChatsThatCounted(2, 2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, That was a bit closer to home., They were mostly your own kind of library.",
        "1, That's about what the room made likely., They were about the mix the room made likely.",
        "1.5, You sought out new people., They were more from elsewhere than the room made likely."
    })
    void aHistoryAlsoSaysWhatTheRoomMadeLikely(double ratio, String faces, String sectors) {
        var spokenTo = new SpokenTo(4, 4);
        var measures = new EveningMeasures(
                Optional.of(spokenTo),
                new KnowAgain(0, 0),
                new SectorCount(1),
                new NewFaces(spokenTo, NONE, OptionalDouble.of(0.5), OptionalDouble.of(ratio)),
                new SectorMix(4, NONE, NONE, OptionalDouble.of(ratio)));

        assertThat(words.history(measures)).containsExactly("You spoke to 4 people; 4 were new.", faces, sectors);
    }

    private List<String> evening(SpokenTo spokenTo, int surely, int perhaps, int kinds) {
        return words.evening(new EveningMeasures(
                Optional.ofNullable(spokenTo),
                new KnowAgain(surely, perhaps),
                new SectorCount(kinds),
                new NewFaces(new SpokenTo(0, 0), NONE, NONE, NONE),
                new SectorMix(0, NONE, NONE, NONE)));
    }
}
