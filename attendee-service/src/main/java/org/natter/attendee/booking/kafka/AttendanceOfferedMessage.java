package org.natter.attendee.booking.kafka;

import java.time.Instant;
import org.natter.attendee.booking.BookingDomainEvent.SeatFact;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** On the wire: a place is kept for this attendance until {@code until}. */
record AttendanceOfferedMessage(
        AttendanceId attendance,
        EventId event,
        Instant at,
        Sector sector,
        boolean newcomer,
        boolean listed,
        Instant until) {

    static final String TYPE = "attendance.offered.v1";

    static AttendanceOfferedMessage of(SeatFact told, Instant until) {
        var seat = told.seat();
        return new AttendanceOfferedMessage(
                seat.attendance(),
                told.event(),
                seat.since(),
                seat.choices().sector(),
                seat.choices().newcomer(),
                seat.choices().listed(),
                until);
    }
}
