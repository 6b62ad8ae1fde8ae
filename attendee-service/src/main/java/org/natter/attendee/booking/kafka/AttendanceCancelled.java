package org.natter.attendee.booking.kafka;

import java.time.Instant;
import org.natter.attendee.booking.CancelReason;

/** Wire record: this attendance has neither a place nor one in line any more. */
record AttendanceCancelled(String attendance, String event, Instant at, By by, CancelReason reason) {

    static final String TYPE = "attendance.cancelled.v1";

    enum By {
        ATTENDEE,
        ORGANISER,
        EVENT,
        OFFER_LAPSED
    }
}
