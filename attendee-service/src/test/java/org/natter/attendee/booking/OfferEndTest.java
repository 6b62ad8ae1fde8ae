package org.natter.attendee.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;
import static org.natter.attendee.booking.SeatLedgerFixture.riverside;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OfferEndTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void anOfferLastsADay() {
        assertThat(end("2026-10-01T12:30")).isEqualTo(london("2026-10-02T12:30"));
        assertThat(end("2026-10-01T19:59")).isEqualTo(london("2026-10-02T19:59"));
        assertThat(end("2026-10-01T09:00")).isEqualTo(london("2026-10-02T09:00"));
    }

    @Test
    void anEndInTheEveningMovesToTenTheMorningAfter() {
        assertThat(end("2026-10-01T22:30")).isEqualTo(london("2026-10-03T10:00"));
        assertThat(end("2026-10-01T20:00")).isEqualTo(london("2026-10-03T10:00"));
    }

    @Test
    void anEndAtNightMovesToTenThatMorning() {
        assertThat(end("2026-10-01T02:15")).isEqualTo(london("2026-10-02T10:00"));
        assertThat(end("2026-10-01T08:59")).isEqualTo(london("2026-10-02T10:00"));
    }

    @Test
    void inTheLastDayAndAHalfAnOfferEndsTwoHoursBeforeTheStart() {
        assertThat(end("2026-10-14T22:30")).isEqualTo(STARTS.minus(Duration.ofHours(2)));
    }

    @Test
    void tooLateIsTooLate() {
        assertThat(OfferEnd.of(STARTS.minus(Duration.ofMinutes(140)), riverside(STARTS)))
                .isEmpty();
        assertThat(OfferEnd.of(STARTS, riverside(STARTS))).isEmpty();
    }

    @Test
    void tenIsTenOnTheWallAlsoWhenTheClocksChange() {
        var start = LocalDateTime.parse("2026-11-12T18:30").atZone(LONDON).toInstant();

        var end = OfferEnd.of(london("2026-10-24T22:00"), riverside(start)).orElseThrow();

        // 25 October has 25 hours: a day later is 21:00 by the wall, so the offer waits for the morning.
        assertThat(end).isEqualTo(london("2026-10-26T10:00"));
    }

    private static Instant end(String now) {
        return OfferEnd.of(london(now), riverside(STARTS)).orElseThrow();
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }
}
