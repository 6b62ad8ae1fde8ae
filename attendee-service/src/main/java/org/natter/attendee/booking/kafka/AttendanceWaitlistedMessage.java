package org.natter.attendee.booking.kafka;

import java.time.Instant;
import org.natter.attendee.booking.BookingDomainEvent.SeatFact;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** On the wire: this attendance waits for a place since {@code at}. */
record AttendanceWaitlistedMessage(
        AttendanceId attendance, EventId event, Instant at, Sector sector, boolean newcomer, boolean listed) {

    static final String TYPE = "attendance.waitlisted.v1";

    static AttendanceWaitlistedMessage of(SeatFact told) {
        var seat = told.seat();
        return new AttendanceWaitlistedMessage(
                seat.attendance(),
                told.event(),
                seat.since(),
                seat.choices().sector(),
                seat.choices().newcomer(),
                seat.choices().listed());
    }
}
