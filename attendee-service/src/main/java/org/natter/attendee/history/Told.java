package org.natter.attendee.history;

import java.time.Instant;
import java.time.ZoneId;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** What history hears about events and rooms: of each message only the fields it needs. */
public sealed interface Told {

    /** Any of the four event messages: all carry the whole published fact. */
    record EventTold(EventId event, Instant startsAt, Instant endsAt, ZoneId zone, Words published) implements Told {}

    /** {@code attendance.booked.v1}, {@code attendance.waitlisted.v1} and {@code attendance.offered.v1} */
    record SeatTold(AttendanceId attendance, EventId event, Sector sector, boolean newcomer) implements Told {}

    /** {@code attendance.checked-in.v1} and {@code attendance.check-in-undone.v1} */
    record DoorTold(AttendanceId attendance, EventId event, Instant at) implements Told {}

    /** The published words that a history shows. */
    record Words(String title, String venueName) {}
}
