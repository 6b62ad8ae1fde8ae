package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.person.EmailAddress;

class CalendarFileTest {

    private static final EmailAddress WREN = new EmailAddress("wren@college.example");

    @Test
    void anotherLibraryReadsIt() throws Exception {
        Calendar calendar = read(file(MailFixture.CARD).request());

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(text(calendar, Property.METHOD)).isEqualTo("REQUEST");
        VEvent event = event(calendar);
        assertThat(value(event, Property.UID)).isEqualTo("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b@natter");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Riverside pub evening");
        assertThat(value(event, Property.LOCATION)).isEqualTo("The Moorhen, 2 Sluice Lane, Ousebridge");
        assertThat(event.getProperties(Property.ATTENDEE))
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("mailto:wren@college.example");
        assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-15T17:30:00Z",
                "2026-10-25T00:30:00Z", // 1:30, the first time round
                "2026-10-25T12:30:00Z",
                "2027-03-28T09:00:00Z",
                "2027-07-01T18:00:00Z"
            })
    void startIsTheSameMomentForAReaderWithoutOurZoneRules(Instant starts) throws Exception {
        VEvent event = event(read(file(MailFixture.card("Pub", starts, 4)).request()));

        Temporal start = event.<DateProperty<Temporal>>getRequiredProperty(Property.DTSTART)
                .getDate();
        Instant moment =
                start instanceof ZonedDateTime zoned ? zoned.toInstant() : ((OffsetDateTime) start).toInstant();
        ZonedDateTime wall = starts.atZone(ZoneId.of("Europe/London"));

        assertThat(moment.atZone(ZoneId.of("Europe/London")).toLocalDateTime()).isEqualTo(wall.toLocalDateTime());
    }

    @Test
    void callingOffKeepsTheUidAndSaysSo() throws Exception {
        Calendar calendar = read(file(MailFixture.card("Riverside pub evening", MailFixture.STARTS, 2))
                .cancel());

        assertThat(text(calendar, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(event(calendar), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(event(calendar), Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(event(calendar), Property.UID)).isEqualTo("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b@natter");
    }

    @Test
    void linesEndWithCrLfAndHaveAtMostSeventyFiveOctets() throws Exception {
        String title = "Büchertausch; Käse, Brot \\ und 📚 Gespräche – ein sehr langer Abend für alle, die gern lesen";
        String file = file(MailFixture.card(title, MailFixture.STARTS, 0)).request();

        assertThat(file.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(value(event(read(file)), Property.SUMMARY)).isEqualTo(title);
    }

    @Test
    void aTitleCannotAddALine() throws Exception {
        String file = file(MailFixture.card("Pub\r\nATTENDEE:mailto:x@y.example", MailFixture.STARTS, 0))
                .request();

        assertThat(event(read(file)).getProperties(Property.ATTENDEE)).hasSize(1);
    }

    private static CalendarFile file(EventCard card) {
        return new CalendarFile(card, WREN, "post@natter.example", MailFixture.NOW);
    }

    private static Calendar read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
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
