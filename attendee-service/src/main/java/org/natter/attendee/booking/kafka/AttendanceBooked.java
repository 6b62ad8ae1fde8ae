package org.natter.attendee.booking.kafka;

import java.time.Instant;
import org.natter.attendee.person.Sector;

/** Wire record: this attendance has a place since {@code at}. */
record AttendanceBooked(
        String attendance, String event, Instant at, Sector sector, boolean newcomer, boolean listed, boolean walkIn) {

    static final String TYPE = "attendance.booked.v1";
}
