package org.natter.attendee.booking.kafka;

import java.time.Instant;
import org.natter.attendee.person.Sector;

/** Wire record: a place is kept for this attendance until {@code until}. */
record AttendanceOffered(
        String attendance, String event, Instant at, Sector sector, boolean newcomer, boolean listed, Instant until) {

    static final String TYPE = "attendance.offered.v1";
}
