package org.natter.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a door link works, by the clocks of the event's place. */
class DoorDayTest {

    @ParameterizedTest(name = "{0} to {1}, made {2}")
    @CsvSource({
        // An evening: from two hours before it to midnight, whenever the link is made.
        "2026-10-15T18:30, 2026-10-15T21:00, 2026-10-01T10:00, 2026-10-15T16:30, 2026-10-16T00:00",
        "2026-10-15T18:30, 2026-10-15T21:00, 2026-10-15T20:00, 2026-10-15T16:30, 2026-10-16T00:00",
        "2026-10-15T18:30, 2026-10-15T21:00, 2026-10-20T10:00, 2026-10-15T16:30, 2026-10-16T00:00",
        // One that ends late: three hours more.
        "2026-10-15T19:30, 2026-10-15T23:00, 2026-10-15T12:00, 2026-10-15T17:30, 2026-10-16T02:00",
        "2026-10-15T20:00, 2026-10-16T01:00, 2026-10-15T12:00, 2026-10-15T18:00, 2026-10-16T04:00",
        "2026-10-15T20:00, 2026-10-16T01:00, 2026-10-16T00:30, 2026-10-15T18:00, 2026-10-16T04:00",
        // Several days: the one that it is, from the morning on.
        "2026-10-15T09:30, 2026-10-17T16:00, 2026-10-01T10:00, 2026-10-15T07:30, 2026-10-16T00:00",
        "2026-10-15T09:30, 2026-10-17T16:00, 2026-10-16T08:00, 2026-10-16T06:00, 2026-10-17T00:00",
        "2026-10-15T09:30, 2026-10-17T16:00, 2026-10-17T09:00, 2026-10-17T06:00, 2026-10-18T00:00",
        "2026-10-15T07:00, 2026-10-17T16:00, 2026-10-16T08:00, 2026-10-16T05:00, 2026-10-17T00:00",
        // From an evening to the next afternoon, which ends before the hour at which it began.
        "2026-10-17T18:00, 2026-10-18T15:00, 2026-10-17T20:00, 2026-10-17T16:00, 2026-10-18T00:00",
        "2026-10-17T18:00, 2026-10-18T15:00, 2026-10-18T09:00, 2026-10-18T06:00, 2026-10-19T00:00",
        "2026-10-17T18:00, 2026-10-18T07:00, 2026-10-18T06:30, 2026-10-18T06:00, 2026-10-19T00:00",
        // In the night between two days the next is to come; a night of which no morning follows is the evening before.
        "2026-10-15T09:30, 2026-10-17T16:00, 2026-10-16T01:00, 2026-10-16T06:00, 2026-10-17T00:00",
        "2026-10-15T20:00, 2026-10-16T06:00, 2026-10-16T05:30, 2026-10-15T18:00, 2026-10-16T09:00",
        // The day on which the clocks go back has an hour more.
        "2026-10-25T09:30, 2026-10-25T16:00, 2026-10-25T08:00, 2026-10-25T07:30, 2026-10-26T00:00"
    })
    void oneDayByTheClocksOfThePlace(
            LocalDateTime start, LocalDateTime end, LocalDateTime made, LocalDateTime from, LocalDateTime until) {
        for (var zone : new ZoneId[] {ZoneId.of("Europe/London"), ZoneId.of("Pacific/Auckland")}) {
            var day = DoorDay.of(at(start, zone), at(end, zone), zone, at(made, zone));

            assertThat(LocalDateTime.ofInstant(day.from(), zone)).isEqualTo(from);
            assertThat(LocalDateTime.ofInstant(day.until(), zone)).isEqualTo(until);
        }
    }

    /** Whenever an event is on by day, there is a door to it; over a night it opens again in the morning. */
    @Test
    void aDoorIsOpenUntilTheEventEnds() {
        for (var zone : new ZoneId[] {ZoneId.of("Europe/London"), ZoneId.of("Pacific/Auckland")}) {
            for (int begins = 0; begins < 24; begins++) {
                for (int hours = 1; hours < 60; hours++) {
                    var start = at(LocalDateTime.of(2026, 10, 23, begins, 30), zone);
                    var end = start.plus(Duration.ofHours(hours));
                    for (var now = start; now.isBefore(end); now = now.plus(Duration.ofMinutes(30))) {
                        var day = DoorDay.of(start, end, zone, now);

                        assertThat(day.isOver(now))
                                .as("%s to %s at %s", start, end, now)
                                .isFalse();
                        assertThat(day.isOn(now)
                                        || LocalDateTime.ofInstant(now, zone).getHour() < 6)
                                .as("%s to %s at %s", start, end, now)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static Instant at(LocalDateTime there, ZoneId zone) {
        return there.atZone(zone).toInstant();
    }
}
