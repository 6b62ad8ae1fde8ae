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
}
