package org.natter.event.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.EventTimes;

/**
 * One event as a calendar file (RFC 5545, METHOD:PUBLISH): the same UID for everybody and for ever, the event's
 * SEQUENCE, wall times with their VTIMEZONE. Names nobody who attends.
 */
public record CalendarEntry(Event event, Instant writtenAt) {

    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int LONGEST_LINE = 75;

    /** The whole file: lines end in CRLF and have at most 75 octets, longer ones are folded. */
    public String asFile() {
        EventTimes times = event.details().times();
        String zone = times.zone().getId();
        boolean cancelled = event.status() == EventStatus.CANCELLED;
        List<String> lines = new ArrayList<>(
                List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Natter//Natter//EN", "METHOD:PUBLISH"));
        lines.addAll(timeZone(times));
        lines.addAll(List.of(
                "BEGIN:VEVENT",
                "UID:" + event.id().value() + "@natter",
                "SEQUENCE:" + event.sequence(),
                "DTSTAMP:" + UTC.format(writtenAt.atOffset(ZoneOffset.UTC)),
                "DTSTART;TZID=" + zone + ":" + WALL.format(times.startsAt()),
                "DTEND;TZID=" + zone + ":" + WALL.format(times.endsAt()),
                "SUMMARY:" + escaped(event.details().title()),
                "LOCATION:" + escaped(location()),
                "DESCRIPTION:" + escaped(description()),
                "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"),
                "END:VEVENT",
                "END:VCALENDAR"));
        StringBuilder file = new StringBuilder();
        lines.forEach(line -> file.append(folded(line)).append("\r\n"));
        return file.toString();
    }

    private String location() {
        var venue = event.details().venue();
        return venue.address().isEmpty() ? venue.name() : venue.name() + ", " + venue.address();
    }

    private String description() {
        String findUs = event.details().venue().findUs();
        String text = event.details().description();
        if (event.status() == EventStatus.CANCELLED) {
            return event.reason();
        }
        return findUs.isEmpty() ? text : text.isEmpty() ? findUs : text + "\n\n" + findUs;
    }

    /** The rules of the zone as far as this event needs them: what held when it starts, and changes until it ends. */
    private static List<String> timeZone(EventTimes times) {
        ZoneId zone = times.zone();
        var rules = zone.getRules();
        List<String> lines = new ArrayList<>(List.of("BEGIN:VTIMEZONE", "TZID:" + zone.getId()));
        var change = rules.previousTransition(times.startsAtInstant().plusSeconds(1));
        if (change == null) {
            var offset = rules.getOffset(times.startsAtInstant());
            lines.addAll(observance("STANDARD", LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset));
        }
        while (change != null && change.getInstant().isBefore(times.endsAtInstant())) {
            boolean summer = rules.isDaylightSavings(change.getInstant());
            lines.addAll(observance(
                    summer ? "DAYLIGHT" : "STANDARD",
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter()));
            change = rules.nextTransition(change.getInstant());
        }
        lines.add("END:VTIMEZONE");
        return lines;
    }

    private static List<String> observance(String kind, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        return List.of(
                "BEGIN:" + kind,
                "DTSTART:" + WALL.format(from),
                "TZOFFSETFROM:" + offset(before),
                "TZOFFSETTO:" + offset(after),
                "END:" + kind);
    }

    private static String offset(ZoneOffset offset) {
        return "Z".equals(offset.getId()) ? "+0000" : offset.getId().replace(":", "");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int point = line.codePointAt(at);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
            at += character.length();
        }
        return folded.toString();
    }
}
