package org.natter.attendee.booking.kafka;

import java.time.Instant;
import org.natter.attendee.booking.BookingDomainEvent.SeatFact;
import org.natter.attendee.booking.CancelReason;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** On the wire: this attendance has neither a place nor one in line any more. */
record AttendanceCancelledMessage(AttendanceId attendance, EventId event, Instant at, By by, CancelReason reason) {

    static final String TYPE = "attendance.cancelled.v1";

    static AttendanceCancelledMessage of(SeatFact told, By by, CancelReason reason) {
        return of(told, told.seat().since(), by, reason);
    }

    static AttendanceCancelledMessage of(SeatFact told, Instant at, By by, CancelReason reason) {
        return new AttendanceCancelledMessage(told.seat().attendance(), told.event(), at, by, reason);
    }

    enum By {
        ATTENDEE,
        /** For somebody who told them. */
        ORGANISER,
        OFFER_LAPSED,
        /** Let in at the door, and that was taken back. */
        DOOR
    }
}
