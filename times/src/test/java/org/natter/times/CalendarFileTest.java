package org.natter.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we write, read back by a library that did not write it. */
class CalendarFileTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant STARTS = Instant.parse("2026-10-15T17:30:00Z");
    private static final CalendarFile.Guest WREN =
            new CalendarFile.Guest("wren@college.example", "Fenland and Cam", "post@natter.example");

    @Test
    void anotherLibraryReadsAnInvitation() throws Exception {
        var calendar = read(evening("Riverside pub evening", STARTS, LONDON).invitation(WREN));
        var event = event(calendar);

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(text(calendar, Property.METHOD)).isEqualTo("REQUEST");
        assertThat(value(event, Property.UID)).isEqualTo("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b@natter");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Riverside pub evening");
        assertThat(value(event, Property.LOCATION)).isEqualTo("The Moorhen, 2 Sluice Lane, Ousebridge");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo("The long table; look for the lantern.\n\nUpstairs.");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(event.getProperties(Property.ATTENDEE))
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("mailto:wren@college.example");
        assertThat(event.getRequiredProperty(Property.ORGANIZER).toString()).contains("Fenland and Cam");
        assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
    }

    @Test
    void callingOffKeepsTheUidAndSaysSo() {
        var calendar = read(evening("Riverside pub evening", STARTS, LONDON).cancellation(WREN));

        assertThat(text(calendar, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(event(calendar), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(event(calendar), Property.UID)).isEqualTo("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b@natter");
    }

    @Test
    void whatIsPublishedNamesNobody() {
        var evening = evening("Riverside pub evening", STARTS, LONDON);

        assertThat(text(read(evening.published()), Property.METHOD)).isEqualTo("PUBLISH");
        assertThat(value(event(read(evening.publishedAsCancelled())), Property.STATUS))
                .isEqualTo("CANCELLED");
        assertThat(evening.published()).doesNotContain("mailto:", "ATTENDEE", "ORGANIZER");
        assertThat(WREN).asString().doesNotContain("wren");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-15T17:30:00Z, Europe/London",
        "2026-03-29T01:00:00Z, Europe/London", // the very moment of the change
        "2026-10-25T12:30:00Z, Europe/London",
        "2026-10-24T22:30:00Z, Europe/London", // over the change
        "2026-10-25T00:30:00Z, Europe/London", // the first of two equal times
        "2026-10-25T01:30:00Z, Europe/London", // the second
        "2026-10-24T21:15:00Z, Europe/London", // ends at the second
        "2027-07-01T18:00:00Z, Europe/London",
        "2026-10-15T17:30:00Z, Asia/Kathmandu",
        "2026-10-15T17:30:00Z, America/St_Johns",
        "2026-10-15T17:30:00Z, UTC"
    })
    void timesAreTheSameForAReaderWithoutOurZoneRules(Instant starts, ZoneId zone) {
        var event = event(read(evening("Pub", starts, zone).published()));

        assertThat(wall(event, Property.DTSTART, zone)).isEqualTo(starts.atZone(zone));
        assertThat(wall(event, Property.DTEND, zone))
                .isEqualTo(starts.plusSeconds(4 * 3600).atZone(zone));
    }

    /** RFC 5545, 3.3.5: a local time that comes twice is the first; so the second is told in UTC. */
    @Test
    void theSecondOfTwoEqualTimesIsToldInUtc() {
        assertThat(lines(evening("Pub", Instant.parse("2026-10-25T01:30:00Z"), LONDON)))
                .contains("DTSTART:20261025T013000Z", "DTEND:20261025T053000Z");
        assertThat(lines(evening("Pub", Instant.parse("2026-10-25T00:30:00Z"), LONDON)))
                .contains("DTSTART;TZID=Europe/London:20261025T013000");
        assertThat(lines(evening("Pub", Instant.parse("2026-10-24T21:15:00Z"), LONDON)))
                .contains("DTSTART:20261024T211500Z", "DTEND:20261025T011500Z");
    }

    @Test
    void theRulesAroundTheTimesAreWrittenOut() {
        assertThat(lines(evening("Pub", Instant.parse("2026-10-24T21:00:00Z"), LONDON)))
                .containsSubsequence(
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/London",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20260329T010000",
                        "TZOFFSETFROM:+0000",
                        "TZOFFSETTO:+0100",
                        "END:DAYLIGHT",
                        "BEGIN:STANDARD",
                        "DTSTART:20261025T020000",
                        "END:VTIMEZONE");
        assertThat(lines(evening("Pub", STARTS, ZoneId.of("UTC"))))
                .containsSubsequence("TZID:UTC", "BEGIN:STANDARD", "TZOFFSETTO:+0000");
    }

    @Test
    void linesEndWithCrLfAndHaveAtMostSeventyFiveOctets() {
        var title = "Büchertausch; Käse, Brot \\ und 📚 Gespräche – ein sehr langer Abend für alle, die gern lesen";
        var file = evening(title, STARTS, LONDON).invitation(WREN);

        assertThat(file.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(value(event(read(file)), Property.SUMMARY)).isEqualTo(title);
    }

    @Test
    void noTextCanAddALine() {
        var line = "Pub\r\nATTENDEE:mailto:x@y.example";
        var guest = new CalendarFile.Guest("wren@college.example\r\nX-A:b", line + "\"", "post@natter.example");

        var event = event(read(evening(line, STARTS, LONDON).invitation(guest)));

        assertThat(event.getProperties(Property.ATTENDEE)).hasSize(1);
        assertThat(event.<Property>getProperty("X-A")).isEmpty();
    }

    private static CalendarFile evening(String title, Instant starts, ZoneId zone) {
        return new CalendarFile(
                "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b",
                2,
                Instant.parse("2026-09-21T09:00:00Z"),
                starts,
                starts.plusSeconds(4 * 3600),
                zone,
                title,
                new CalendarFile.Place("The Moorhen", "2 Sluice Lane, Ousebridge"),
                "The long table; look for the lantern.\n\nUpstairs.");
    }

    private static Calendar read(String file) {
        try {
            return new CalendarBuilder().build(new StringReader(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParserException noCalendar) {
            throw new AssertionError(noCalendar);
        }
    }

    private static String[] lines(CalendarFile file) {
        return file.published().replace("\r\n ", "").split("\r\n");
    }

    private static ZonedDateTime wall(VEvent event, String property, ZoneId zone) {
        var date = event.<DateProperty<Temporal>>getRequiredProperty(property).getDate();
        var moment = date instanceof ZonedDateTime zoned ? zoned.toInstant() : Instant.from(date);
        return moment.atZone(zone);
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static String text(Calendar calendar, String property) {
        return calendar.getRequiredProperty(property).getValue();
    }
}
