package org.natter.times;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One happening as a calendar file (RFC 5545, RFC 5546).
 *
 * <p>Guarantee: UTF-8, lines end in CRLF and have at most 75 octets, no character is torn, no text can add a line or a
 * property. Wall times carry the rules of their zone, so a reader without them is told the same moments. The same id and
 * sequence give the same UID and SEQUENCE whoever writes the file.
 *
 * @param id whose UID is {@code <id>@natter}, for ever
 * @param sequence counts the changes of time and place; calendars keep the highest
 * @param writtenAt DTSTAMP
 * @param description may be empty
 */
public record CalendarFile(
        String id,
        int sequence,
        Instant writtenAt,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        String title,
        Place place,
        String description) {

    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** To be published: names nobody who attends. */
    public String published() {
        return file("PUBLISH", "CONFIRMED", new Lines());
    }

    /** To be published of what is called off. */
    public String publishedAsCancelled() {
        return file("PUBLISH", "CANCELLED", new Lines());
    }

    /** For the calendar of one guest, as time and place now are. */
    public String invitation(Guest guest) {
        return file("REQUEST", "CONFIRMED", guest.lines());
    }

    /** For the calendar of one guest: it is off. */
    public String cancellation(Guest guest) {
        return file("CANCEL", "CANCELLED", guest.lines());
    }

    private String file(String method, String status, Lines people) {
        var lines = new Lines()
                .add("BEGIN:VCALENDAR")
                .add("VERSION:2.0")
                .add("PRODID:-//Natter//Natter//EN")
                .add("METHOD:" + method);
        addZone(lines);
        lines.add("BEGIN:VEVENT")
                .add("UID:" + id + "@natter")
                .add("SEQUENCE:" + sequence)
                .add("DTSTAMP:" + UTC.format(writtenAt))
                .add("DTSTART" + moment(startsAt))
                .add("DTEND" + moment(endsAt))
                .addText("SUMMARY", title)
                .addText("LOCATION", place.inOneLine());
        if (!description.isBlank()) {
            lines.addText("DESCRIPTION", description);
        }
        return lines.addAll(people)
                .add("STATUS:" + status)
                .add("END:VEVENT")
                .add("END:VCALENDAR")
                .toString();
    }

    /** By the place's clocks; in UTC if one of the two times comes a second time there, since a reader takes the first. */
    private String moment(Instant at) {
        return comesAgain(startsAt) || comesAgain(endsAt)
                ? ":" + UTC.format(at)
                : ";TZID=" + zone + ":" + WALL.format(at.atZone(zone));
    }

    private boolean comesAgain(Instant at) {
        var there = at.atZone(zone);
        return !there.equals(there.withEarlierOffsetAtOverlap());
    }

    /** The zone around these times: the change before them and every one until the first after them. */
    private void addZone(Lines lines) {
        var rules = zone.getRules();
        lines.add("BEGIN:VTIMEZONE").add("TZID:" + zone);
        var change = rules.previousTransition(startsAt.plusNanos(1));
        if (change == null) {
            var offset = rules.getOffset(startsAt);
            addObservance(lines, "STANDARD", LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset);
            change = rules.nextTransition(startsAt);
        }
        for (var covered = false; change != null && !covered; change = rules.nextTransition(change.getInstant())) {
            var kind = rules.isDaylightSavings(change.getInstant()) ? "DAYLIGHT" : "STANDARD";
            addObservance(lines, kind, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
            covered = change.getInstant().isAfter(endsAt);
        }
        lines.add("END:VTIMEZONE");
    }

    private static void addObservance(
            Lines lines, String kind, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        lines.add("BEGIN:" + kind)
                .add("DTSTART:" + WALL.format(from))
                .add("TZOFFSETFROM:" + offset(before))
                .add("TZOFFSETTO:" + offset(after))
                .add("END:" + kind);
    }

    private static String offset(ZoneOffset offset) {
        return "Z".equals(offset.getId()) ? "+0000" : offset.getId().replace(":", "");
    }

    /**
     * Where it is.
     *
     * @param address may be empty
     */
    public record Place(String name, String address) {

        String inOneLine() {
            return address.isBlank() ? name : name + ", " + address;
        }
    }

    /** The one guest whom a file names, and who invites; prints nobody. */
    public record Guest(String address, String host, String hostsAddress) {

        Lines lines() {
            return new Lines()
                    .add("ORGANIZER;CN=\"" + withoutControls(host).replace("\"", "") + "\":mailto:"
                            + withoutControls(hostsAddress))
                    .add("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:"
                            + withoutControls(address));
        }

        @Override
        public String toString() {
            return "Guest[***]";
        }
    }

    private static String withoutControls(String text) {
        return text.replaceAll("\\p{Cntrl}", "");
    }

    /** Content lines, folded as they are added (RFC 5545, 3.1). */
    private static final class Lines {

        private static final int OCTETS = 75;

        private final StringBuilder text = new StringBuilder();

        Lines addText(String property, String value) {
            var escaped = value.replace("\\", "\\\\")
                    .replace(";", "\\;")
                    .replace(",", "\\,")
                    .replaceAll("\\R", "\\\\n");
            return add(property + ":" + withoutControls(escaped));
        }

        Lines addAll(Lines others) {
            text.append(others.text);
            return this;
        }

        Lines add(String line) {
            var octets = 0;
            for (var codePoint : line.codePoints().toArray()) {
                var character = Character.toString(codePoint);
                var size = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > OCTETS) {
                    text.append("\r\n ");
                    octets = 1;
                }
                text.append(character);
                octets += size;
            }
            text.append("\r\n");
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
