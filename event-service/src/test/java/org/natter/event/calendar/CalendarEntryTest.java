package org.natter.event.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventFixture;

class CalendarEntryTest {

    private static final Instant NOW = Instant.parse("2026-09-21T09:00:00Z");

    @Test
    void aFileSaysWhenAndWhereInLocalTime() {
        List<String> lines = linesOf(EventFixture.aPubEvening().published());

        assertThat(lines)
                .containsSubsequence(
                        "BEGIN:VCALENDAR",
                        "METHOD:PUBLISH",
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/London",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20260329T010000",
                        "TZOFFSETFROM:+0000",
                        "TZOFFSETTO:+0100",
                        "END:DAYLIGHT",
                        "END:VTIMEZONE",
                        "BEGIN:VEVENT",
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
        List<String> lines = linesOf(EventFixture.aPubEvening().cancelled());

        assertThat(lines)
                .contains(
                        "UID:4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b@natter",
                        "SEQUENCE:1",
                        "STATUS:CANCELLED",
                        "DESCRIPTION:The pub's cellar has flooded.");
    }

    @Test
    void longLinesAreFoldedAtSeventyFiveOctetsAndNoCharacterIsTorn() {
        String title = "Märchen, Lesen; und Käse \\ ".repeat(4).strip();
        String file = new CalendarEntry(EventFixture.aPubEvening().called(title).published(), NOW).asFile();

        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", ""))
                .contains("SUMMARY:"
                        + title.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;"));
        assertThat(file.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void aNightOfTheClockChangeCarriesBothRules() {
        List<String> lines = linesOf(EventFixture.aPubEvening()
                .from("2026-10-24T22:00")
                .until("2026-10-25T04:00")
                .published());

        assertThat(lines).containsSubsequence("BEGIN:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20261025T020000");
    }

    @Test
    void aZoneThatNeverChangesHasOneRule() {
        List<String> lines = linesOf(EventFixture.aPubEvening().inZone("UTC").published());

        assertThat(lines).containsSubsequence("TZID:UTC", "BEGIN:STANDARD", "TZOFFSETTO:+0000");
    }

    private static List<String> linesOf(Event event) {
        return List.of(
                new CalendarEntry(event, NOW).asFile().replace("\r\n ", "").split("\r\n"));
    }
}
