package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-16T09:00:00Z, 2026-10-16T09:00:00Z",
        "2026-10-16T18:59:59Z, 2026-10-16T18:59:59Z", // 19:59 in London
        "2026-10-16T19:00:00Z, 2026-10-17T07:00:00Z", // 20:00
        "2026-10-16T23:30:00Z, 2026-10-17T07:00:00Z",
        "2026-10-17T06:59:59Z, 2026-10-17T07:00:00Z",
        "2026-10-17T07:00:00Z, 2026-10-17T07:00:00Z",
        "2026-10-24T21:00:00Z, 2026-10-25T08:00:00Z", // the clocks go back in that night
        "2027-03-27T21:00:00Z, 2027-03-28T07:00:00Z" // and forward in this one
    })
    void whatFallsIntoTheNightWaitsForEight(Instant wish, Instant sent) {
        assertThat(QuietHours.orTheirEnd(wish, ZoneId.of("Europe/London"))).isEqualTo(sent);
    }
}
