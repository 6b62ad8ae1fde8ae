package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class InWordsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void aTimeReadsAsPeopleSayIt() {
        assertThat(InWords.when(LocalDateTime.parse("2026-10-15T18:30"))).isEqualTo("Thursday 15 October 2026, 6:30pm");
        assertThat(InWords.time(LocalTime.of(7, 0))).isEqualTo("7am");
        assertThat(InWords.time(LocalTime.of(12, 5))).isEqualTo("12:05pm");
        assertThat(InWords.time(LocalTime.of(0, 5))).isEqualTo("12:05am");
        assertThat(InWords.time(LocalTime.MIDNIGHT)).isEqualTo("midnight");
        assertThat(InWords.time(LocalTime.NOON)).isEqualTo("midday");
    }

    @Test
    void anEndIsTodayTomorrowOrADayByTheClockOfThePlace() {
        var evening = Clock.fixed(Instant.parse("2026-10-10T22:30:00Z"), ZoneOffset.UTC);

        assertThat(InWords.until(Instant.parse("2026-10-11T13:15:00Z"), LONDON, evening))
                .isEqualTo("2:15pm tomorrow");
        assertThat(InWords.until(Instant.parse("2026-10-10T22:45:00Z"), LONDON, evening))
                .isEqualTo("11:45pm today");
        assertThat(InWords.until(Instant.parse("2026-10-17T09:00:00Z"), LONDON, evening))
                .isEqualTo("10am on Saturday 17 October");
    }

    @Test
    void smallNumbersAreWords() {
        assertThat(InWords.ordinal(3)).isEqualTo("third");
        assertThat(InWords.ordinal(11)).isEqualTo("number 11");
        assertThat(InWords.number(12)).isEqualTo("twelve");
        assertThat(InWords.number(13)).isEqualTo("13");
    }
}
