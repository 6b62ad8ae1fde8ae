package org.natter.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdjustableClockTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant LAST_NIGHT = Instant.parse("2026-10-15T20:30:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameItsFile() {
        file = folder.resolve("clock");
    }

    @Test
    void startsWhereItIsToldAndTicksInMilliseconds() {
        var clock = AdjustableClock.keptIn(file, LAST_NIGHT, LONDON);

        assertThat(clock.instant()).isCloseTo(LAST_NIGHT, within(5, ChronoUnit.SECONDS));
        assertThat(clock.instant().getNano() % 1_000_000).isZero();
    }

    @Test
    void nextMorningIsFivePastTenOfTheFollowingDay() {
        var clock = AdjustableClock.keptIn(file, LAST_NIGHT, LONDON);

        clock.moveToNextMorning();

        assertThat(local(clock)).isCloseTo(LocalDateTime.of(2026, 10, 16, 10, 5), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void nextMorningBeforeTenIsTheSameDays() {
        var clock = AdjustableClock.keptIn(file, Instant.parse("2026-10-16T06:00:00Z"), LONDON);

        clock.moveToNextMorning();

        assertThat(local(clock)).isCloseTo(LocalDateTime.of(2026, 10, 16, 10, 5), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void threeMonthsLaterKeepsTheHourOverTheClockChange() {
        var clock = AdjustableClock.keptIn(file, Instant.parse("2026-10-15T09:05:00Z"), LONDON);

        clock.moveByMonths(3);

        assertThat(local(clock)).isCloseTo(LocalDateTime.of(2027, 1, 15, 10, 5), within(5, ChronoUnit.SECONDS));
        assertThat(clock.instant()).isCloseTo(Instant.parse("2027-01-15T10:05:00Z"), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void goesOnFromWhereItWasAfterARestart() {
        AdjustableClock.keptIn(file, LAST_NIGHT, LONDON).moveByMonths(3);

        var again = AdjustableClock.keptIn(file, Instant.EPOCH, LONDON);

        assertThat(local(again)).isCloseTo(LocalDateTime.of(2027, 1, 15, 10, 5), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void refusesToGoBack() {
        var clock = AdjustableClock.keptIn(file, LAST_NIGHT, LONDON);

        assertThatThrownBy(() -> clock.moveTo(LAST_NIGHT.minusSeconds(60)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only moves forward");
    }

    @Test
    void aViewInAnotherZoneMovesWithIt() {
        var clock = AdjustableClock.keptIn(file, LAST_NIGHT, LONDON);
        var view = clock.withZone(ZoneId.of("Pacific/Auckland"));

        clock.moveByMonths(3);

        assertThat(view.instant()).isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS));
        assertThat(view.getZone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
    }

    private static LocalDateTime local(Clock clock) {
        return LocalDateTime.ofInstant(clock.instant(), LONDON);
    }
}
