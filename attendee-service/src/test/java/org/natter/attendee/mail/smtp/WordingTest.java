package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2026-10-15T17:30:00Z, 6:30pm",
        "2026-10-15T18:00:00Z, 7pm",
        "2026-10-15T11:00:00Z, 12pm",
        "2026-10-14T23:05:00Z, 12:05am",
        "2026-12-15T09:05:00Z, 9:05am"
    })
    void timesReadAsPeopleSayThem(Instant moment, String words) {
        assertThat(Wording.time(moment, LONDON)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-15T13:15:00Z, 2:15pm today",
        "2026-10-16T13:15:00Z, 2:15pm tomorrow",
        "2026-10-17T09:00:00Z, 10am on Saturday 17 October"
    })
    void deadlinesReadFromToday(Instant until, String words) {
        assertThat(Wording.until(until, Instant.parse("2026-10-15T09:00:00Z"), LONDON))
                .isEqualTo(words);
    }

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
