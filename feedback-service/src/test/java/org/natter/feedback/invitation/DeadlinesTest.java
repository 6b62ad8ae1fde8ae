package org.natter.feedback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void ridesOverTheClockChangeOfOctoberOnWallTime() {
        var riverside = endingAt("2026-10-15T21:00");

        assertThat(riverside.asksAt()).isEqualTo("2026-10-16T09:00:00Z");
        assertThat(riverside.remindsAt()).isEqualTo("2026-10-20T09:00:00Z");
        assertThat(riverside.closesAt()).isEqualTo("2026-10-29T23:59:00Z");
        assertThat(riverside.readableUntil()).isEqualTo("2026-12-14T23:59:00Z");
        assertThat(riverside.followUpAt(3)).isEqualTo("2027-01-15T10:00:00Z");
        assertThat(riverside.followUpClosesAt(3)).isEqualTo("2027-02-14T10:00:00Z");
        assertThat(riverside.followUpAt(9)).isEqualTo("2027-07-15T09:00:00Z");
    }

    @Test // E10
    void asksAtTenOnTheMorningOnWhichTheClocksWentBack() {
        assertThat(endingAt("2026-10-24T22:30").asksAt()).isEqualTo(wall("2026-10-25T10:00"));
        assertThat(endingAt("2026-10-24T22:30").asksAt()).isEqualTo("2026-10-25T10:00:00Z");
    }

    @Test // E10
    void asksAtTenOnTheMorningOnWhichTheClocksWentForward() {
        assertThat(endingAt("2026-03-28T22:30").asksAt()).isEqualTo("2026-03-29T09:00:00Z");
    }

    @Test
    void knowsBothHalvesOfTheHourThatComesTwice() {
        var first = new Deadlines(Instant.parse("2026-10-25T00:30:00Z"), LONDON);
        var second = new Deadlines(Instant.parse("2026-10-25T01:30:00Z"), LONDON);

        assertThat(first.asksAt()).isEqualTo(second.asksAt()).isEqualTo(wall("2026-10-25T10:00"));
    }

    @Test
    void countsAnEveningThatEndsBeforeFiveToTheDayBefore() {
        assertThat(endingAt("2026-10-16T00:00").asksAt()).isEqualTo(wall("2026-10-16T10:00"));
        assertThat(endingAt("2026-10-16T01:00").asksAt()).isEqualTo(wall("2026-10-16T10:00"));
        assertThat(endingAt("2026-10-16T04:59").closesAt()).isEqualTo(wall("2026-10-29T23:59"));
        assertThat(endingAt("2026-10-16T05:00").asksAt()).isEqualTo(wall("2026-10-17T10:00"));
    }

    @Test
    void takesTheLastDayOfAShorterMonthForAFollowUp() {
        assertThat(endingAt("2026-11-30T20:00").followUpAt(3)).isEqualTo(wall("2027-02-28T10:00"));
    }

    @Test
    void followsTheZoneOfTheEventAndNotOfTheMachine() {
        var ends = LocalDateTime.parse("2026-10-15T21:00")
                .atZone(ZoneId.of("Pacific/Kiritimati"))
                .toInstant();

        assertThat(new Deadlines(ends, ZoneId.of("Pacific/Kiritimati")).asksAt())
                .isEqualTo("2026-10-15T20:00:00Z");
    }

    private static Deadlines endingAt(String local) {
        return new Deadlines(wall(local), LONDON);
    }

    private static Instant wall(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }
}
