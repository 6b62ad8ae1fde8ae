package org.natter.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
        // Several days: the one that it is.
        "2026-10-15T09:30, 2026-10-17T16:00, 2026-10-01T10:00, 2026-10-15T07:30, 2026-10-16T00:00",
        "2026-10-15T09:30, 2026-10-17T16:00, 2026-10-16T08:00, 2026-10-16T07:30, 2026-10-17T00:00",
        "2026-10-15T09:30, 2026-10-17T16:00, 2026-10-16T01:00, 2026-10-15T07:30, 2026-10-16T00:00",
        "2026-10-15T09:30, 2026-10-17T16:00, 2026-10-17T09:00, 2026-10-17T07:30, 2026-10-18T00:00",
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

    private static Instant at(LocalDateTime there, ZoneId zone) {
        return there.atZone(zone).toInstant();
    }
}
