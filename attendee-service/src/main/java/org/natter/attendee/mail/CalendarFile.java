package org.natter.attendee.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.person.EmailAddress;

/**
 * An invitation for the calendar of one receiver, who is the only attendee it names (RFC 5545, 5546).
 *
 * <p>The UID is the event's for ever, {@code <event id>@natter}; SEQUENCE is the event's. CRLF line ends, lines of 75 octets
 * at most, text escaped, local times with the zone's own rules beside them.
 */
public final class CalendarFile {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;
    private static final int TRANSITIONS = 3;

    private final EventCard card;
    private final EmailAddress attendee;
    private final String organiser;
    private final Instant now;

    /** @param organiser the address behind the region's name */
    public CalendarFile(EventCard card, EmailAddress attendee, String organiser, Instant now) {
        this.card = card;
        this.attendee = attendee;
        this.organiser = organiser;
        this.now = now;
    }

    /** The event with its time and place as they now are. */
    public String request() {
        return file("REQUEST", "CONFIRMED");
    }

    /** The event is off. */
    public String cancel() {
        return file("CANCEL", "CANCELLED");
    }

    private String file(String method, String status) {
        List<String> lines = new ArrayList<>();
        lines.addAll(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Natter//Natter//EN", "METHOD:" + method));
        lines.addAll(zone());
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + card.event().value() + "@natter");
        lines.add("SEQUENCE:" + card.sequence());
        lines.add("DTSTAMP:" + UTC.format(now));
        lines.add("DTSTART;TZID=" + card.zone().getId() + ":" + local(card.startsAt()));
        lines.add("DTEND;TZID=" + card.zone().getId() + ":" + local(card.endsAt()));
        lines.add("SUMMARY:" + escaped(card.title()));
        lines.add("LOCATION:" + escaped(where()));
        if (!card.findUs().isBlank()) {
            lines.add("DESCRIPTION:" + escaped(card.findUs()));
        }
        lines.add("ORGANIZER;CN=" + quoted(card.regionName()) + ":mailto:" + organiser);
        lines.add("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:" + attendee.value());
        lines.add("STATUS:" + status);
        lines.addAll(List.of("END:VEVENT", "END:VCALENDAR"));
        StringBuilder file = new StringBuilder();
        lines.forEach(line -> file.append(folded(line)).append("\r\n"));
        return file.toString();
    }

    private String where() {
        return card.venueAddress().isBlank() ? card.venueName() : card.venueName() + ", " + card.venueAddress();
    }

    private String local(Instant moment) {
        return LOCAL.format(LocalDateTime.ofInstant(moment, card.zone()));
    }

    /** The zone as it is around the event: the change before it and the next ones, or one unchanging offset. */
    private List<String> zone() {
        ZoneId zone = card.zone();
        ZoneRules rules = zone.getRules();
        List<String> lines = new ArrayList<>(List.of("BEGIN:VTIMEZONE", "TZID:" + zone.getId()));
        ZoneOffsetTransition change = rules.previousTransition(card.startsAt());
        if (change == null) {
            ZoneOffset offset = rules.getOffset(card.startsAt());
            lines.addAll(part("STANDARD", LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset));
            change = rules.nextTransition(card.startsAt());
        }
        for (int i = 0; i < TRANSITIONS && change != null; i++) {
            String part = rules.isDaylightSavings(change.getInstant()) ? "DAYLIGHT" : "STANDARD";
            lines.addAll(part(part, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter()));
            change = rules.nextTransition(change.getInstant());
        }
        lines.add("END:VTIMEZONE");
        return lines;
    }

    private static List<String> part(String name, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        return List.of(
                "BEGIN:" + name,
                "DTSTART:" + LOCAL.format(from),
                "TZOFFSETFROM:" + offset(before),
                "TZOFFSETTO:" + offset(after),
                "END:" + name);
    }

    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return String.format(
                Locale.ROOT, "%s%02d%02d", offset.getTotalSeconds() < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\"\\p{Cntrl}]", "") + '"';
    }

    /** Broken before the 76th octet, never inside a character; a line that goes on begins with a blank. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int codePoint : line.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.toString();
    }
}
