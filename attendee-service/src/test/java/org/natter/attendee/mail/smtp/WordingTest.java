package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({"1, first", "3, third", "10, tenth", "11, 11th", "12, 12th", "21, 21st", "22, 22nd", "113, 113th"})
    void placesInLineHaveWords(int position, String words) {
        assertThat(Wording.ordinal(position)).isEqualTo(words);
    }

    @Test
    void aFirstNameIsOneWord() {
        assertThat(Wording.firstName("  Wren\u202E Hadley")).isEqualTo("Wren");
        assertThat(Wording.firstName("Mei")).isEqualTo("Mei");
    }

    @Test
    void aLongTextIsCutBetweenWordsWhereEnoughOfItStays() {
        assertThat(Wording.shortened("A very long name for an evening", 20)).isEqualTo("A very long name…");
        assertThat(Wording.shortened("A very long name for an evening", 17)).isEqualTo("A very long name…");
        assertThat(Wording.shortened("An extraordinarilylongword", 20)).isEqualTo("An extraordinarilyl…");
    }

    @Test
    void aLongTextIsCutBetweenSigns() {
        var family = "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDFEB"; // one teacher, seven chars

        assertThat(Wording.plain(family)).isEqualTo(family);
        assertThat(Wording.shortened("ab" + family + "cd", 9)).isEqualTo("ab…");
        assertThat(Wording.shortened("ab" + family + "cd", 10)).isEqualTo("ab" + family + "…");
        assertThat(Wording.shortened("\uD83D\uDC4D".repeat(30), 50)).isEqualTo("\uD83D\uDC4D".repeat(24) + "…");
        assertThat(Wording.shortened("Zoe\u0308 and others", 4)).isEqualTo("Zo…");
    }
}
