package org.natter.event.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventFixture;

class CalendarEntryTest {

    private static final Instant NOW = Instant.parse("2026-09-21T09:00:00Z");

    @Test
    void aFileSaysWhenAndWhereInLocalTime() {
        var lines = linesOf(EventFixture.aPubEvening().published());

        assertThat(lines)
                .containsSubsequence(
                        "BEGIN:VCALENDAR",
                        "METHOD:PUBLISH",
                        "UID:4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b@natter",
                        "SEQUENCE:0",
                        "DTSTAMP:20260921T090000Z",
                        "DTSTART;TZID=Europe/London:20261015T183000",
                        "DTEND;TZID=Europe/London:20261015T210000",
                        "SUMMARY:Riverside pub evening",
                        "LOCATION:The Moorhen\\, 2 Sluice Lane\\, Ousebridge",
                        "STATUS:CONFIRMED",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void anEveningThatIsOffKeepsItsUidAndRaisesItsSequence() { // E11
        var lines = linesOf(EventFixture.aPubEvening().cancelled());

        assertThat(lines)
                .contains(
                        "UID:4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b@natter",
                        "SEQUENCE:1",
                        "STATUS:CANCELLED",
                        "DESCRIPTION:The pub's cellar has flooded.");
    }

    private static List<String> linesOf(Event event) {
        return List.of(
                new CalendarEntry(event, NOW).asFile().replace("\r\n ", "").split("\r\n"));
    }
}
