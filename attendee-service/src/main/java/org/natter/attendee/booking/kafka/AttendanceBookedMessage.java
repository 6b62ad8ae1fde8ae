package org.natter.attendee.booking.kafka;

import java.time.Instant;
import org.natter.attendee.booking.BookingDomainEvent.SeatFact;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** On the wire: this attendance has a place since {@code at}. */
record AttendanceBookedMessage(
        AttendanceId attendance,
        EventId event,
        Instant at,
        Sector sector,
        boolean newcomer,
        boolean listed,
        boolean walkIn) {

    static final String TYPE = "attendance.booked.v1";

    static AttendanceBookedMessage of(SeatFact told) {
        var seat = told.seat();
        return new AttendanceBookedMessage(
                seat.attendance(),
                told.event(),
                seat.since(),
                seat.choices().sector(),
                seat.choices().newcomer(),
                seat.choices().listed(),
                seat.walkIn());
    }
}
